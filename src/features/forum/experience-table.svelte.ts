import { compareBy, fitsSelection, type ExperiencePage } from './experience-selection.ts';
import type { PostView } from './forum.ts';
import { limits, type Experience } from './purposes.ts';

/**
 * The table of a call while one looks at it: what comes to the thread comes into it, where the selection and the order
 * put it. A page that is full stays as long as it is; the count says that there are more.
 */
export class ExperienceTable {
  rows = $state.raw<Experience[]>([]);
  total = $state(0);
  all = $state(0);
  readonly page: ExperiencePage;

  constructor(page: ExperiencePage) {
    this.page = page;
    this.rows = page.rows;
    this.total = page.total;
    this.all = page.all;
  }

  /** Hears of a post of the thread, in whatever order and however often. */
  take(post: PostView): void {
    if (post.seq <= this.page.seq) return;
    const { selection } = this.page;
    const before = this.rows.find(({ postId }) => postId === post.id);
    const told = post.experience;
    if (!told || !fitsSelection(told, selection)) return before && this.#remove(post.id);
    // A contact for members was read with the page; it does not travel to the room.
    const row = told.contactKept && before?.contact ? { ...told, contact: before.contact } : told;
    if (before) this.rows = this.rows.map((one) => (one.postId === post.id ? row : one));
    else if (post.revision > 0) return;
    else {
      this.total += 1;
      this.all += 1;
      this.rows = [...this.rows, row];
    }
    this.rows = [...this.rows].sort(compareBy(selection.sort)).slice(0, limits.experiencesPerPage);
  }

  #remove(postId: string): void {
    this.rows = this.rows.filter((one) => one.postId !== postId);
    this.total -= 1;
    this.all -= 1;
  }
}
