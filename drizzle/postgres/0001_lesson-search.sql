CREATE TABLE "lesson_search" (
	"lesson_id" text PRIMARY KEY NOT NULL REFERENCES "lessons"("id"),
	"tokens" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "lesson_search_tokens" ON "lesson_search" USING gin ("tokens");
