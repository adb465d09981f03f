CREATE TABLE "lesson_facets" (
	"lesson_id" text NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "lesson_facets_lesson_id_facet_value_pk" PRIMARY KEY("lesson_id","facet","value")
);
--> statement-breakpoint
CREATE TABLE "lesson_revisions" (
	"lesson_id" text NOT NULL,
	"seq" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lesson_revisions_lesson_id_seq_pk" PRIMARY KEY("lesson_id","seq")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"visibility" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"lang" text NOT NULL,
	"polarity" text NOT NULL,
	"evidence" text NOT NULL,
	"context" text NOT NULL,
	"what_was_done" text NOT NULL,
	"what_happened" text NOT NULL,
	"lesson" text NOT NULL,
	"recommendation" text NOT NULL,
	"conditions" text NOT NULL,
	"cost" text,
	"level" text,
	"from_year" integer,
	"to_year" integer,
	"axis" text,
	"origin_kind" text,
	"origin_id" text,
	"origin_anchor" text,
	"origin_title" text,
	"act_person_id" text NOT NULL,
	"act_person_name" text NOT NULL,
	"act_capacity" text NOT NULL,
	"act_organisation_id" text,
	"act_organisation" jsonb,
	"act_organisation_slug" text,
	"act_country" text,
	"act_title" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lesson_facets" ADD CONSTRAINT "lesson_facets_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_revisions" ADD CONSTRAINT "lesson_revisions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_facets_value" ON "lesson_facets" USING btree ("facet","value","lesson_id");--> statement-breakpoint
CREATE INDEX "lessons_created" ON "lessons" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "lessons_origin" ON "lessons" USING btree ("origin_kind","origin_id");--> statement-breakpoint
CREATE INDEX "lessons_person" ON "lessons" USING btree ("act_person_id");