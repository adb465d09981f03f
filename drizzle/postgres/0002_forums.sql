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
CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "audit_entries_thread" ON "audit_entries" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "audit_entries_space" ON "audit_entries" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "links_target" ON "links" USING btree ("to_kind","to_id");