CREATE TABLE "post_revisions" (
	"post_id" text NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_revisions_post_id_revision_pk" PRIMARY KEY("post_id","revision")
);
--> statement-breakpoint
CREATE TABLE "post_withdrawals" (
	"post_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"moderated" boolean NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"space_id" text NOT NULL,
	"number" integer NOT NULL,
	"seq" integer NOT NULL,
	"body" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"quoted_post_id" text,
	"quoted_number" integer,
	"source_id" text,
	"attachments" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"edited_by_id" text,
	"edited_by_name" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_positions" (
	"person_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"number" integer NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reading_positions_person_id_thread_id_pk" PRIMARY KEY("person_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "thread_closures" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"reopened_at" timestamp (3) with time zone,
	"reopened_by" text
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"act_title" text,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"seq" integer NOT NULL,
	"posts_count" integer NOT NULL,
	"last_post_at" timestamp (3) with time zone NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_items" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"document" text,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_records" (
	"session_id" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"forum" jsonb,
	"act_title" text,
	"lang" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"timezone" text NOT NULL,
	"place" text,
	"online_link" text,
	"audience" text NOT NULL,
	"countries" jsonb NOT NULL,
	"chair_person_id" text NOT NULL,
	"chair" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"seq" integer NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speaker_turns" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"kind" text NOT NULL,
	"limit_seconds" integer NOT NULL,
	"observer" boolean NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"turn_id" text,
	"number" integer NOT NULL,
	"body" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"seq" integer NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_withdrawals" ADD CONSTRAINT "post_withdrawals_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_positions" ADD CONSTRAINT "reading_positions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_positions" ADD CONSTRAINT "reading_positions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_closures" ADD CONSTRAINT "thread_closures_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD CONSTRAINT "session_attendances_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_items" ADD CONSTRAINT "session_items_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_records" ADD CONSTRAINT "session_records_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD CONSTRAINT "session_registrations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD CONSTRAINT "speaker_turns_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD CONSTRAINT "speaker_turns_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_turn_id_speaker_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."speaker_turns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_number" ON "posts" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "posts_seq" ON "posts" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_source" ON "posts" USING btree ("space_id","source_id");--> statement-breakpoint
CREATE INDEX "posts_person" ON "posts" USING btree ("act_person_id");--> statement-breakpoint
CREATE INDEX "reading_positions_thread" ON "reading_positions" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "thread_closures_thread" ON "thread_closures" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "threads_space" ON "threads" USING btree ("space_id","last_post_at");--> statement-breakpoint
CREATE INDEX "session_attendances_session" ON "session_attendances" USING btree ("session_id","act_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_items_position" ON "session_items" USING btree ("session_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "session_registrations_person" ON "session_registrations" USING btree ("session_id","act_person_id");--> statement-breakpoint
CREATE INDEX "sessions_space" ON "sessions" USING btree ("space_id","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_closed" ON "sessions" USING btree ("closed_at","starts_at");--> statement-breakpoint
CREATE INDEX "speaker_turns_session" ON "speaker_turns" USING btree ("session_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_number" ON "statements" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "statements_seq" ON "statements" USING btree ("session_id","seq");