CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"owner" text NOT NULL,
	"path" text NOT NULL,
	"search" text NOT NULL,
	"start" boolean NOT NULL,
	"version" integer NOT NULL,
	"changed_at" bigint NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "settled_answers" (
	"account" text NOT NULL,
	"request" text NOT NULL,
	"list" text NOT NULL,
	"body" text NOT NULL,
	"bytes" integer NOT NULL,
	"kept_at" bigint NOT NULL,
	"used_at" bigint NOT NULL,
	CONSTRAINT "settled_answers_account_request_pk" PRIMARY KEY("account","request")
);
--> statement-breakpoint
CREATE INDEX "settled_answers_used_at" ON "settled_answers" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "settled_answers_list" ON "settled_answers" USING btree ("account","list");