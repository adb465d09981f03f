CREATE TABLE "brief_clients" (
	"brief_id" text NOT NULL,
	"client_id" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"first_seen" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brief_clients_brief_id_client_id_pk" PRIMARY KEY("brief_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "brief_publications" (
	"brief_id" text NOT NULL,
	"number" integer NOT NULL,
	"act_title" text,
	"text" jsonb NOT NULL,
	"organisations" jsonb NOT NULL,
	"persons" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brief_publications_brief_id_number_pk" PRIMARY KEY("brief_id","number")
);
--> statement-breakpoint
CREATE TABLE "brief_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"brief_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_by" text,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "brief_states" (
	"brief_id" text NOT NULL,
	"through_seq" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brief_states_brief_id_through_seq_pk" PRIMARY KEY("brief_id","through_seq")
);
--> statement-breakpoint
CREATE TABLE "brief_updates" (
	"brief_id" text NOT NULL,
	"seq" integer NOT NULL,
	"update" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brief_updates_brief_id_seq_pk" PRIMARY KEY("brief_id","seq")
);
--> statement-breakpoint
CREATE TABLE "brief_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"brief_id" text NOT NULL,
	"name" text NOT NULL,
	"state" "bytea" NOT NULL,
	"text" jsonb NOT NULL,
	"words" integer NOT NULL,
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
CREATE TABLE "briefs" (
	"id" text PRIMARY KEY NOT NULL,
	"space_id" text NOT NULL,
	"type" text NOT NULL,
	"act_title" text,
	"lang" text NOT NULL,
	"target_body" text,
	"agenda_item" text,
	"deadline" timestamp (3) with time zone,
	"generation" text NOT NULL,
	"illustrative" boolean NOT NULL,
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
ALTER TABLE "brief_clients" ADD CONSTRAINT "brief_clients_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_publications" ADD CONSTRAINT "brief_publications_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_roles" ADD CONSTRAINT "brief_roles_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_states" ADD CONSTRAINT "brief_states_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_updates" ADD CONSTRAINT "brief_updates_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_versions" ADD CONSTRAINT "brief_versions_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brief_roles_brief" ON "brief_roles" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "brief_versions_brief" ON "brief_versions" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "briefs_space" ON "briefs" USING btree ("space_id");