CREATE TABLE "copy_editions" (
	"copy_id" text NOT NULL,
	"edition" integer NOT NULL,
	"html" text,
	"hash" text NOT NULL,
	"posts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "copy_editions_copy_id_edition_pk" PRIMARY KEY("copy_id","edition")
);
--> statement-breakpoint
CREATE TABLE "copy_posts" (
	"copy_id" text NOT NULL,
	"post_id" text NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"request_id" text,
	CONSTRAINT "copy_posts_copy_id_post_id_pk" PRIMARY KEY("copy_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "copy_redactions" (
	"id" text PRIMARY KEY NOT NULL,
	"copy_id" text NOT NULL,
	"post_id" text NOT NULL,
	"passage" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "copy_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"copy_id" text NOT NULL,
	"person_id" text,
	"person_name" text,
	"organisation_id" text,
	"organisation" jsonb,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "feed_tokens" (
	"person_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_copies" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"space_id" text NOT NULL,
	"subject" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"proposed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor" jsonb,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"thread_id" text,
	"space_id" text,
	"digest" text,
	"salt" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous" text NOT NULL,
	"thread_previous" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clearance_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"pending_id" text NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "clearance_rules" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"hours" integer NOT NULL,
	"at_end" text NOT NULL,
	"exempts_focal_points" boolean NOT NULL,
	"space_ids" jsonb,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "focal_points" (
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"named_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "focal_points_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" text NOT NULL,
	"place" text NOT NULL,
	"fields" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_person_id_place_pk" PRIMARY KEY("person_id","place")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"stored_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"sha256" text NOT NULL,
	"attached_kind" text,
	"attached_id" text,
	"keep_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_choices" (
	"person_id" text PRIMARY KEY NOT NULL,
	"rhythm" text NOT NULL,
	"hour" integer NOT NULL,
	"weekday" integer NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"locale" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_seals" (
	"id" integer PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outgoing_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"once" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone,
	"dropped" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"person_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "following_cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"thread_id" text,
	"space_id" text,
	"post_number" integer,
	"more" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mail_due_at" timestamp (3) with time zone,
	"mail_id" text
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"level" text NOT NULL,
	"chosen_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "watches_person_id_kind_object_id_pk" PRIMARY KEY("person_id","kind","object_id")
);
--> statement-breakpoint
CREATE TABLE "chatham_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"thread_id" text,
	"keeper_id" text NOT NULL,
	"keeper_name" text NOT NULL,
	"started_by" text NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"ended_by_name" text,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "sealed_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"post_id" text NOT NULL,
	"deed" text NOT NULL,
	"salt" text NOT NULL,
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
CREATE TABLE "post_moves" (
	"thread_id" text NOT NULL,
	"number" integer NOT NULL,
	"seq" integer NOT NULL,
	"post_id" text NOT NULL,
	"to_thread_id" text NOT NULL,
	"to_number" integer NOT NULL,
	"moved_by" text NOT NULL,
	"moved_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_moves_thread_id_number_pk" PRIMARY KEY("thread_id","number")
);
--> statement-breakpoint
CREATE TABLE "space_rules" (
	"space_id" text PRIMARY KEY NOT NULL,
	"first_posts" integer NOT NULL,
	"pace_seconds" integer NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_paces" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"seconds" integer NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_posts" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"thread_id" text,
	"subject" text,
	"input" jsonb NOT NULL,
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
	"reason" text NOT NULL,
	"revision" integer NOT NULL,
	"until" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"returned_by" text,
	"returned_for" text,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptances" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"post_id" text NOT NULL,
	"number" integer NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by_id" text,
	"ended_by_name" text
);
--> statement-breakpoint
CREATE TABLE "experience_revisions" (
	"post_id" text NOT NULL,
	"revision" integer NOT NULL,
	"fields" jsonb NOT NULL,
	CONSTRAINT "experience_revisions_post_id_revision_pk" PRIMARY KEY("post_id","revision")
);
--> statement-breakpoint
CREATE TABLE "experiences" (
	"post_id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"country" text NOT NULL,
	"measure" text NOT NULL,
	"year" integer NOT NULL,
	"outcome" text NOT NULL,
	"evidence" text NOT NULL,
	"contact" text NOT NULL,
	"contact_kept" boolean NOT NULL,
	"account" text NOT NULL,
	"lang" text NOT NULL,
	"dir" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_tags" (
	"thread_id" text NOT NULL,
	"tag" text NOT NULL,
	"space_id" text NOT NULL,
	CONSTRAINT "thread_tags_thread_id_tag_pk" PRIMARY KEY("thread_id","tag")
);
--> statement-breakpoint
CREATE TABLE "support_desks" (
	"id" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"country" text,
	"region" text,
	"organisation_id" text NOT NULL,
	"added_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "support_requests" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"level" text NOT NULL,
	"desk_organisation_id" text,
	"due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answered_number" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "support_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"number" integer NOT NULL,
	"level" text NOT NULL,
	"organisation_id" text,
	"organisation_slug" text,
	"organisation" jsonb,
	"person_id" text,
	"person_name" text,
	"why" text NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"from_kind" text NOT NULL,
	"from_id" text NOT NULL,
	"thread_id" text,
	"space_id" text,
	"members_only" boolean DEFAULT false NOT NULL,
	"to_kind" text NOT NULL,
	"to_id" text NOT NULL,
	"to_post" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "links_from_kind_from_id_to_kind_to_id_to_post_pk" PRIMARY KEY("from_kind","from_id","to_kind","to_id","to_post")
);
--> statement-breakpoint
CREATE TABLE "act_appeals" (
	"act_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_as" text,
	"outcome" text,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "appeal_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"act_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"space_id" text NOT NULL,
	"person_id" text NOT NULL,
	"category" text NOT NULL,
	"words" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"act_id" text
);
--> statement-breakpoint
CREATE TABLE "moderation_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"space_id" text,
	"thread_id" text,
	"post_id" text,
	"subject_id" text,
	"category" text,
	"reason" text,
	"until" timestamp (3) with time zone,
	"seconds" integer,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_suspensions" (
	"person_id" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"act_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "position_delegations" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"holder" text NOT NULL,
	"view" jsonb NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"authority" text,
	"to_organisation_id" text NOT NULL,
	"to_organisation" jsonb NOT NULL,
	"to_organisation_slug" text NOT NULL,
	"to_person_id" text,
	"to_person_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" jsonb
);
--> statement-breakpoint
CREATE TABLE "position_values" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"position_id" text,
	"value" jsonb NOT NULL,
	"reservation" jsonb,
	"explanation" jsonb,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"holder" text NOT NULL,
	"view" jsonb NOT NULL,
	"standing" text NOT NULL,
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
	"delegation_id" text,
	"commitment" text NOT NULL,
	"seq" integer NOT NULL,
	"cast_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"superseded_by" text
);
--> statement-breakpoint
CREATE TABLE "proposal_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"kind" text NOT NULL,
	"about" jsonb,
	"before" timestamp (3) with time zone NOT NULL,
	"after" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_eligibles" (
	"proposal_id" text NOT NULL,
	"holder" text NOT NULL,
	"view" jsonb NOT NULL,
	CONSTRAINT "proposal_eligibles_proposal_id_holder_pk" PRIMARY KEY("proposal_id","holder")
);
--> statement-breakpoint
CREATE TABLE "proposal_records" (
	"proposal_id" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"question" text NOT NULL,
	"explanation" text,
	"lang" text NOT NULL,
	"dir" text NOT NULL,
	"method" text NOT NULL,
	"multiple" boolean NOT NULL,
	"options" jsonb NOT NULL,
	"decides" text NOT NULL,
	"secrecy" text DEFAULT 'recorded' NOT NULL,
	"visible" text NOT NULL,
	"awaited_shown" boolean NOT NULL,
	"quorum" jsonb,
	"timezone" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"closed_by" jsonb,
	"forum" jsonb,
	"outcome" jsonb,
	"answered" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"turns" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"n" integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "search_documents_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"space_id" text,
	"thread_id" text,
	"audience" text NOT NULL,
	"lang" text NOT NULL,
	"country" text,
	"organisation_slug" text,
	"at" timestamp (3) with time zone NOT NULL,
	"indexed_at" timestamp (3) with time zone NOT NULL,
	"address" text NOT NULL,
	"title" text NOT NULL,
	"tags" jsonb NOT NULL,
	"act" jsonb,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "space_suspensions" (
	"space_id" text NOT NULL,
	"person_id" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"act_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_suspensions_space_id_person_id_pk" PRIMARY KEY("space_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "space_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"email" text,
	"organisation_id" text,
	"country" text,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text,
	"accepted_for" text,
	"declined_at" timestamp (3) with time zone,
	"declined_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "space_removals" (
	"space_id" text NOT NULL,
	"person_id" text NOT NULL,
	"removed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_removals_space_id_person_id_pk" PRIMARY KEY("space_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "space_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"person_id" text NOT NULL,
	"message" text NOT NULL,
	"rules_accepted" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"reason" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "space_texts" (
	"space_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"written_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_texts_space_id_kind_number_pk" PRIMARY KEY("space_id","kind","number")
);
--> statement-breakpoint
ALTER TABLE "post_withdrawals" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "lang_said" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "cleared" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "moved_from_thread" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "moved_from_number" integer;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "lang_said" jsonb;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "purpose" text DEFAULT 'discussion' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "tags" jsonb;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "pinned_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "replies_off_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "unattributed_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "attribution_lifted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "moved_away_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "space_members" ADD COLUMN "through" text;--> statement-breakpoint
ALTER TABLE "space_members" ADD COLUMN "rules_accepted" integer;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "circle_function" text;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "joining" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "observers_speak" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "archived_by" text;--> statement-breakpoint
ALTER TABLE "copy_editions" ADD CONSTRAINT "copy_editions_copy_id_reading_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."reading_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_posts" ADD CONSTRAINT "copy_posts_copy_id_reading_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."reading_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_redactions" ADD CONSTRAINT "copy_redactions_copy_id_reading_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."reading_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_requests" ADD CONSTRAINT "copy_requests_copy_id_reading_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."reading_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_rules" ADD CONSTRAINT "clearance_rules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focal_points" ADD CONSTRAINT "focal_points_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focal_points" ADD CONSTRAINT "focal_points_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chatham_rules" ADD CONSTRAINT "chatham_rules_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_acts" ADD CONSTRAINT "sealed_acts_rule_id_chatham_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."chatham_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_rules" ADD CONSTRAINT "space_rules_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_paces" ADD CONSTRAINT "thread_paces_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_posts" ADD CONSTRAINT "pending_posts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experience_revisions" ADD CONSTRAINT "experience_revisions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_tags" ADD CONSTRAINT "thread_tags_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_desks" ADD CONSTRAINT "support_desks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_steps" ADD CONSTRAINT "support_steps_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act_appeals" ADD CONSTRAINT "act_appeals_act_id_moderation_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."moderation_acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_suspensions" ADD CONSTRAINT "person_suspensions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_delegations" ADD CONSTRAINT "position_delegations_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_values" ADD CONSTRAINT "position_values_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_values" ADD CONSTRAINT "position_values_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_changes" ADD CONSTRAINT "proposal_changes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_eligibles" ADD CONSTRAINT "proposal_eligibles_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_records" ADD CONSTRAINT "proposal_records_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_suspensions" ADD CONSTRAINT "space_suspensions_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_suspensions" ADD CONSTRAINT "space_suspensions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_invited_by_persons_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_removals" ADD CONSTRAINT "space_removals_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_removals" ADD CONSTRAINT "space_removals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_requests" ADD CONSTRAINT "space_requests_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_requests" ADD CONSTRAINT "space_requests_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_texts" ADD CONSTRAINT "space_texts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_texts" ADD CONSTRAINT "space_texts_written_by_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copy_posts_request" ON "copy_posts" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "copy_redactions_copy" ON "copy_redactions" USING btree ("copy_id");--> statement-breakpoint
CREATE INDEX "copy_requests_copy" ON "copy_requests" USING btree ("copy_id");--> statement-breakpoint
CREATE INDEX "copy_requests_person" ON "copy_requests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "copy_requests_organisation" ON "copy_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_tokens_hash" ON "feed_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "reading_copies_thread" ON "reading_copies" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "reading_copies_published" ON "reading_copies" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "audit_entries_thread" ON "audit_entries" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_space" ON "audit_entries" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "clearance_links_pending" ON "clearance_links" USING btree ("pending_id");--> statement-breakpoint
CREATE INDEX "focal_points_person" ON "focal_points" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "files_person" ON "files" USING btree ("person_id","sha256");--> statement-breakpoint
CREATE INDEX "files_stored" ON "files" USING btree ("stored_id");--> statement-breakpoint
CREATE INDEX "files_attached" ON "files" USING btree ("attached_kind","attached_id");--> statement-breakpoint
CREATE INDEX "files_keep_until" ON "files" USING btree ("keep_until");--> statement-breakpoint
CREATE UNIQUE INDEX "outgoing_mails_once" ON "outgoing_mails" USING btree ("once");--> statement-breakpoint
CREATE INDEX "outgoing_mails_person" ON "outgoing_mails" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outgoing_mails_due" ON "outgoing_mails" USING btree ("sent_at","dropped_at","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("person_id","seq");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","read_at");--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("mail_due_at");--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "watches_object" ON "watches" USING btree ("kind","object_id","level");--> statement-breakpoint
CREATE INDEX "chatham_rules_thread" ON "chatham_rules" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "chatham_rules_space" ON "chatham_rules" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "sealed_acts_post" ON "sealed_acts" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "sealed_acts_person" ON "sealed_acts" USING btree ("act_person_id");--> statement-breakpoint
CREATE INDEX "post_moves_post" ON "post_moves" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "pending_posts_person" ON "pending_posts" USING btree ("act_person_id");--> statement-breakpoint
CREATE INDEX "pending_posts_thread" ON "pending_posts" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "pending_posts_organisation" ON "pending_posts" USING btree ("act_organisation_id");--> statement-breakpoint
CREATE INDEX "pending_posts_space" ON "pending_posts" USING btree ("space_id","reason");--> statement-breakpoint
CREATE INDEX "pending_posts_until" ON "pending_posts" USING btree ("until");--> statement-breakpoint
CREATE INDEX "acceptances_thread" ON "acceptances" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "experiences_thread" ON "experiences" USING btree ("thread_id","country");--> statement-breakpoint
CREATE INDEX "thread_tags_tag" ON "thread_tags" USING btree ("tag","space_id");--> statement-breakpoint
CREATE INDEX "support_desks_level" ON "support_desks" USING btree ("level");--> statement-breakpoint
CREATE INDEX "support_requests_due" ON "support_requests" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "support_requests_desk" ON "support_requests" USING btree ("desk_organisation_id");--> statement-breakpoint
CREATE INDEX "support_requests_level" ON "support_requests" USING btree ("level");--> statement-breakpoint
CREATE INDEX "support_steps_thread" ON "support_steps" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "links_target" ON "links" USING btree ("to_kind","to_id");--> statement-breakpoint
CREATE INDEX "act_appeals_open" ON "act_appeals" USING btree ("decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "flags_person_post" ON "flags" USING btree ("post_id","person_id");--> statement-breakpoint
CREATE INDEX "flags_space" ON "flags" USING btree ("space_id","settled_at");--> statement-breakpoint
CREATE INDEX "moderation_acts_space" ON "moderation_acts" USING btree ("space_id","created_at");--> statement-breakpoint
CREATE INDEX "moderation_acts_post" ON "moderation_acts" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "moderation_acts_subject" ON "moderation_acts" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "position_delegations_proposal" ON "position_delegations" USING btree ("proposal_id","holder");--> statement-breakpoint
CREATE UNIQUE INDEX "position_values_position" ON "position_values" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "position_values_proposal" ON "position_values" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_holder" ON "positions" USING btree ("proposal_id","holder","revision");--> statement-breakpoint
CREATE INDEX "positions_current" ON "positions" USING btree ("proposal_id","superseded_at");--> statement-breakpoint
CREATE INDEX "proposal_changes_proposal" ON "proposal_changes" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposals_subject" ON "proposals" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "proposals_space" ON "proposals" USING btree ("space_id","created_at");--> statement-breakpoint
CREATE INDEX "proposals_due" ON "proposals" USING btree ("closed_at","closes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_object" ON "search_documents" USING btree ("kind","object_id");--> statement-breakpoint
CREATE INDEX "search_documents_thread" ON "search_documents" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "search_documents_facts" ON "search_documents" USING btree ("n","at","kind","space_id","lang","country","organisation_slug");--> statement-breakpoint
CREATE INDEX "search_documents_at" ON "search_documents" USING btree ("at","n");--> statement-breakpoint
CREATE INDEX "space_suspensions_person" ON "space_suspensions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "space_invitations_space" ON "space_invitations" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "space_invitations_person" ON "space_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "space_invitations_email" ON "space_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "space_invitations_organisation" ON "space_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "space_invitations_country" ON "space_invitations" USING btree ("country");--> statement-breakpoint
CREATE INDEX "space_requests_space" ON "space_requests" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "space_requests_person" ON "space_requests" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "space_requests_waiting" ON "space_requests" USING btree ("space_id","person_id") WHERE outcome is null;