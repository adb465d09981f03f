ALTER TABLE "session_records" ADD COLUMN "up_to" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "part_seqs" jsonb;--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("thread_id","read_at","mail_id");