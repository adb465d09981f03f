CREATE TABLE `lesson_search_rows` (
	`id` integer PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL UNIQUE,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `lesson_search` USING fts5(`title`, `body`, content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 0");
