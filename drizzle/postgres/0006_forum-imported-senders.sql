CREATE TABLE "imported_senders" (
	"space_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "imported_senders_space_id_address_hash_pk" PRIMARY KEY("space_id","address_hash")
);
--> statement-breakpoint
ALTER TABLE "imported_senders" ADD CONSTRAINT "imported_senders_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_senders" ADD CONSTRAINT "imported_senders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "imported_senders_person" ON "imported_senders" USING btree ("person_id");