ALTER TABLE "brief_publications" ADD COLUMN "title" text NOT NULL;--> statement-breakpoint
ALTER TABLE "briefs" ADD COLUMN "title" text NOT NULL;