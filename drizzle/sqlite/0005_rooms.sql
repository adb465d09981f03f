ALTER TABLE `session_records` ADD `up_to` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `part_seqs` text;--> statement-breakpoint
CREATE INDEX `notifications_waiting` ON `notifications` (`thread_id`,`read_at`,`mail_id`);