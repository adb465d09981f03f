CREATE TABLE "session_heads" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"key" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"named_by" jsonb NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_ballot_casts" (
	"id" text PRIMARY KEY NOT NULL,
	"ballot_id" text NOT NULL,
	"holder" text NOT NULL,
	"revision" integer NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"authority" text,
	"choice" text,
	"salt" text,
	"commitment" text,
	"cast_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_ballot_deciders" (
	"ballot_id" text NOT NULL,
	"country" text NOT NULL,
	"region" text,
	CONSTRAINT "session_ballot_deciders_ballot_id_country_pk" PRIMARY KEY("ballot_id","country")
);
--> statement-breakpoint
CREATE TABLE "session_ballot_explanations" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"ballot_id" text NOT NULL,
	"holder" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"body" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"seq" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_ballot_sums" (
	"ballot_id" text NOT NULL,
	"choice" text NOT NULL,
	"papers" integer NOT NULL,
	CONSTRAINT "session_ballot_sums_ballot_id_choice_pk" PRIMARY KEY("ballot_id","choice")
);
--> statement-breakpoint
CREATE TABLE "session_ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"options" jsonb NOT NULL,
	"voter" text NOT NULL,
	"secret" boolean NOT NULL,
	"majority" text NOT NULL,
	"quorum" integer,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"result" jsonb,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "floor_log" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"seq" integer NOT NULL,
	"place" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"turn_id" text,
	"of_act" jsonb,
	"detail" jsonb NOT NULL,
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
CREATE TABLE "speakers_lists" (
	"session_id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"observers_last" boolean NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"limits" jsonb NOT NULL,
	"item_limits" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_lessons" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"anchor" text,
	"heading" text NOT NULL,
	"lang" text NOT NULL,
	"polarity" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"seq" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_minutes" (
	"session_id" text PRIMARY KEY NOT NULL,
	"brief_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"published" integer,
	"sha256" text
);
--> statement-breakpoint
CREATE TABLE "session_outcome_revisions" (
	"outcome_id" text NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"who" jsonb,
	"by_day" text,
	"revised_by" jsonb NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_outcome_revisions_outcome_id_number_pk" PRIMARY KEY("outcome_id","number")
);
--> statement-breakpoint
CREATE TABLE "session_outcomes" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"who" jsonb,
	"by_day" text,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"seq" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" jsonb,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "session_rapporteurs" (
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
	"named_by" jsonb NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"brief_id" text NOT NULL,
	"heading" text NOT NULL,
	"lang" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"shown_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_question_rules" (
	"session_id" text PRIMARY KEY NOT NULL,
	"moderation" text NOT NULL,
	"order_rule" text NOT NULL,
	"open" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by_person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_question_votes" (
	"question_id" text NOT NULL,
	"person_id" text NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "session_question_votes_question_id_person_id_pk" PRIMARY KEY("question_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "session_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"number" integer,
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
	"seq" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"held_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by_person_id" text,
	"hidden_reason" text,
	"merged_at" timestamp (3) with time zone,
	"merged_into_id" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_person_id" text,
	"answer" jsonb,
	"thread_id" text
);
--> statement-breakpoint
CREATE TABLE "session_amendments" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"number" integer NOT NULL,
	"passage" text NOT NULL,
	"body" text NOT NULL,
	"reason" text,
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
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"refused_at" timestamp (3) with time zone,
	"decided_by" jsonb,
	"decision" text,
	"decided_seq" integer
);
--> statement-breakpoint
CREATE TABLE "session_approvals" (
	"session_id" text PRIMARY KEY NOT NULL,
	"deadline" timestamp (3) with time zone NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"approved_by" jsonb,
	"early" text,
	"approved_seq" integer
);
--> statement-breakpoint
CREATE TABLE "session_record_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"number" integer NOT NULL,
	"reason" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"up_to" integer NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text NOT NULL,
	"places" integer,
	"message" text,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_id" text,
	"title" text NOT NULL,
	"href" text,
	"owner" text,
	"added_by" jsonb NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session_item_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"item_title" text NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" jsonb,
	"accepted" boolean,
	"item_id" text
);
--> statement-breakpoint
CREATE TABLE "session_series" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"title" text NOT NULL,
	"lang" text NOT NULL,
	"started_by" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"number" integer NOT NULL,
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
	"seq" integer NOT NULL,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by_person_id" text,
	"cited_at" timestamp (3) with time zone,
	"cited_by_person_id" text
);
--> statement-breakpoint
ALTER TABLE "briefs" ADD COLUMN "audience" text DEFAULT 'readers' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD COLUMN "line_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD COLUMN "lapsed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "up_to" integer;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "pending_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "invitation_id" text;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "decided_by" jsonb;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD COLUMN "refused_reason" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "deputies" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "presiding" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "presiding_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "presiding_lost_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "part_seqs" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "written_before" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "written_after" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "written_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "co_organisers" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "registration_rule" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "reminders" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "cancelled_reason" text;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "region_at_request" text;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "asked_seq" integer;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "seq" integer;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "skips" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "skipped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "called_back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "speaker_turns" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "written" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session_heads" ADD CONSTRAINT "session_heads_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_ballot_casts" ADD CONSTRAINT "session_ballot_casts_ballot_id_session_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."session_ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_ballot_deciders" ADD CONSTRAINT "session_ballot_deciders_ballot_id_session_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."session_ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_ballot_explanations" ADD CONSTRAINT "session_ballot_explanations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_ballot_explanations" ADD CONSTRAINT "session_ballot_explanations_ballot_id_session_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."session_ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_ballot_sums" ADD CONSTRAINT "session_ballot_sums_ballot_id_session_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."session_ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_ballots" ADD CONSTRAINT "session_ballots_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_log" ADD CONSTRAINT "floor_log_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers_lists" ADD CONSTRAINT "speakers_lists_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_lessons" ADD CONSTRAINT "session_lessons_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_lessons" ADD CONSTRAINT "session_lessons_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_minutes" ADD CONSTRAINT "session_minutes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_minutes" ADD CONSTRAINT "session_minutes_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_outcome_revisions" ADD CONSTRAINT "session_outcome_revisions_outcome_id_session_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."session_outcomes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_outcomes" ADD CONSTRAINT "session_outcomes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_outcomes" ADD CONSTRAINT "session_outcomes_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_rapporteurs" ADD CONSTRAINT "session_rapporteurs_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_texts" ADD CONSTRAINT "session_texts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_texts" ADD CONSTRAINT "session_texts_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_texts" ADD CONSTRAINT "session_texts_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_question_rules" ADD CONSTRAINT "session_question_rules_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_question_votes" ADD CONSTRAINT "session_question_votes_question_id_session_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."session_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_questions" ADD CONSTRAINT "session_questions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_questions" ADD CONSTRAINT "session_questions_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_amendments" ADD CONSTRAINT "session_amendments_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_approvals" ADD CONSTRAINT "session_approvals_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_record_editions" ADD CONSTRAINT "session_record_editions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invitations" ADD CONSTRAINT "session_invitations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_letters" ADD CONSTRAINT "session_letters_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_documents" ADD CONSTRAINT "session_documents_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_item_proposals" ADD CONSTRAINT "session_item_proposals_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_remarks" ADD CONSTRAINT "session_remarks_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_heads_session" ON "session_heads" USING btree ("session_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "session_ballot_casts_holder" ON "session_ballot_casts" USING btree ("ballot_id","holder","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "session_ballot_explanations_holder" ON "session_ballot_explanations" USING btree ("ballot_id","holder");--> statement-breakpoint
CREATE INDEX "session_ballot_explanations_session" ON "session_ballot_explanations" USING btree ("session_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "session_ballots_number" ON "session_ballots" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "session_ballots_due" ON "session_ballots" USING btree ("ended_at","ends_at");--> statement-breakpoint
CREATE INDEX "floor_log_session" ON "floor_log" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "session_lessons_seq" ON "session_lessons" USING btree ("session_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "session_outcomes_number" ON "session_outcomes" USING btree ("session_id","kind","number");--> statement-breakpoint
CREATE INDEX "session_outcomes_seq" ON "session_outcomes" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "session_rapporteurs_session" ON "session_rapporteurs" USING btree ("session_id","act_person_id");--> statement-breakpoint
CREATE INDEX "session_texts_session" ON "session_texts" USING btree ("session_id","shown_at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_questions_number" ON "session_questions" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "session_questions_seq" ON "session_questions" USING btree ("session_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "session_amendments_number" ON "session_amendments" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "session_approvals_due" ON "session_approvals" USING btree ("approved_at","deadline");--> statement-breakpoint
CREATE UNIQUE INDEX "session_record_editions_number" ON "session_record_editions" USING btree ("session_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "session_invitations_subject" ON "session_invitations" USING btree ("session_id","subject_kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "session_letters_once" ON "session_letters" USING btree ("session_id","person_id","kind","number");--> statement-breakpoint
CREATE INDEX "session_letters_due" ON "session_letters" USING btree ("sent_at","dropped_at","due_at");--> statement-breakpoint
CREATE INDEX "session_documents_session" ON "session_documents" USING btree ("session_id","added_at");--> statement-breakpoint
CREATE INDEX "session_item_proposals_session" ON "session_item_proposals" USING btree ("session_id","proposed_at");--> statement-breakpoint
CREATE INDEX "session_series_space" ON "session_series" USING btree ("space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_remarks_number" ON "session_remarks" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "session_remarks_seq" ON "session_remarks" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("thread_id","read_at","mail_id");