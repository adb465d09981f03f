ALTER TABLE "threads" ADD COLUMN "subject" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "title" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "scheduled_by" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_title";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_person_id";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_person_name";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_capacity";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_organisation_id";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_organisation";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_organisation_slug";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "act_country";