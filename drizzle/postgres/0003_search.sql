CREATE TABLE "search_index" (
	"n" integer PRIMARY KEY NOT NULL REFERENCES "search_documents"("n") ON DELETE CASCADE,
	"tokens" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_index_tokens" ON "search_index" USING gin ("tokens");
