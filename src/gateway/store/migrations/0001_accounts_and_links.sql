CREATE TABLE "shared_links" (
	"id" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"search" text NOT NULL,
	"accounts" text NOT NULL,
	"owner" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "shared_links_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "start_views" (
	"person" text PRIMARY KEY NOT NULL,
	"view" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "accounts" text DEFAULT '["main"]' NOT NULL;