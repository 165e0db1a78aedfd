INSERT INTO "start_views" ("person", "view") SELECT '', "id" FROM "saved_views" WHERE "start";--> statement-breakpoint
ALTER TABLE "saved_views" DROP COLUMN "start";