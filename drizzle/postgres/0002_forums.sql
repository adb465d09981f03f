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
	"detail" jsonb NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"from_kind" text NOT NULL,
	"from_id" text NOT NULL,
	"thread_id" text,
	"space_id" text,
	"to_kind" text NOT NULL,
	"to_id" text NOT NULL,
	"to_post" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "links_from_kind_from_id_to_kind_to_id_to_post_pk" PRIMARY KEY("from_kind","from_id","to_kind","to_id","to_post")
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
ALTER TABLE "space_members" ADD COLUMN "through" text;--> statement-breakpoint
ALTER TABLE "space_members" ADD COLUMN "rules_accepted" integer;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "circle_function" text;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "joining" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "observers_speak" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "archived_by" text;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_invited_by_persons_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_requests" ADD CONSTRAINT "space_requests_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_requests" ADD CONSTRAINT "space_requests_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_texts" ADD CONSTRAINT "space_texts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_texts" ADD CONSTRAINT "space_texts_written_by_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "audit_entries_thread" ON "audit_entries" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "audit_entries_space" ON "audit_entries" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "links_target" ON "links" USING btree ("to_kind","to_id");--> statement-breakpoint
CREATE INDEX "space_invitations_space" ON "space_invitations" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "space_invitations_person" ON "space_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "space_invitations_email" ON "space_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "space_invitations_organisation" ON "space_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "space_invitations_country" ON "space_invitations" USING btree ("country");--> statement-breakpoint
CREATE INDEX "space_requests_space" ON "space_requests" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "space_requests_person" ON "space_requests" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "space_requests_waiting" ON "space_requests" USING btree ("space_id","person_id") WHERE outcome is null;