/**
 * The one screen of a session, put together from the panels of the slices. A slice adds its panel with one line here, its key and its
 * voice with one each below. A panel gets `view` (features/sessions/panel.ts) and nothing else, and shows itself in a section with a heading.
 */
import type { Component } from 'svelte';
import AttendancePanel from '#features/attendance/Panel.svelte';
import HoursPanel from '#features/attendance/HoursPanel.svelte';
import { attendanceKey } from '#features/attendance/attendance.ts';
import BallotDeskPanel from '#features/ballots/DeskPanel.svelte';
import OpenBallotPanel from '#features/ballots/OpenPanel.svelte';
import BallotsPanel from '#features/ballots/Panel.svelte';
import { answeredKey, ballotsKey } from '#features/ballots/ballots.ts';
import { ballotsVoice } from '#features/ballots/voice.ts';
import { headsKey } from '#features/attendance/delegations.ts';
import { hoursKey } from '#features/attendance/hours.ts';
import DeskPanel from '#features/floor/DeskPanel.svelte';
import ListPanel from '#features/floor/ListPanel.svelte';
import PresidingPanel from '#features/floor/PresidingPanel.svelte';
import TimePanel from '#features/floor/TimePanel.svelte';
import FloorPanel from '#features/floor/Panel.svelte';
import { floorKey, presidingKey } from '#features/floor/floor.ts';
import { floorVoice, presidingVoice } from '#features/floor/voice.ts';
import QuestionsPanel from '#features/questions/Panel.svelte';
import { questionsKey, votesKey } from '#features/questions/questions.ts';
import { questionsVoice } from '#features/questions/voice.ts';
import ClosingPanel from '#features/records/ClosingPanel.svelte';
import OutcomesDesk from '#features/outcomes/DeskPanel.svelte';
import { lessonsKey } from '#features/outcomes/captured.ts';
import LessonsPanel from '#features/outcomes/LessonsPanel.svelte';
import MinutesPanel from '#features/outcomes/MinutesPanel.svelte';
import { minutesKey } from '#features/outcomes/minutes.ts';
import { outcomesKey } from '#features/outcomes/outcomes.ts';
import OutcomesPanel from '#features/outcomes/Panel.svelte';
import TextPanel from '#features/outcomes/TextPanel.svelte';
import { textKey } from '#features/outcomes/text.ts';
import { outcomesVoice } from '#features/outcomes/voice.ts';
import RegistrationPanel from '#features/registration/Panel.svelte';
import { registrationKey } from '#features/registration/registration.ts';
import OpeningPanel from '#features/sessions/OpeningPanel.svelte';
import AgendaPanel from '#features/sessions/Panel.svelte';
import type { PanelView } from '#features/sessions/panel.ts';
import { planningKey } from '#features/sessions/planning.ts';
import ItemProposalsPanel from '#features/sessions/ItemProposalsPanel.svelte';
import PapersPanel from '#features/sessions/PapersPanel.svelte';
import PlanningPanel from '#features/sessions/PlanningPanel.svelte';
import { agendaKey, type Phase, type SessionRights } from '#features/sessions/sessions.ts';
import type { LiveSession } from '#features/sessions/session.svelte.ts';
import { agendaVoice } from '#features/sessions/voice.ts';
import RemarksPanel from '#features/statements/RemarksPanel.svelte';
import { remarksKey } from '#features/statements/remarks.ts';
import WindowPanel from '#features/statements/WindowPanel.svelte';
import { windowKey } from '#features/statements/window.ts';
import StatementsPanel from '#features/statements/Panel.svelte';
import { statementsKey } from '#features/statements/statements.ts';
import { statementsVoice } from '#features/statements/voice.ts';
import { m } from '#lib/paraglide/messages.js';

export interface Panel {
  id: string;
  component: Component<{ view: PanelView }>;
  /**
   * Where it stands on a wide screen: `top` above `main` for what is at hand this minute (who speaks, what is being decided). On a narrow
   * one the places follow one another (top, list, main, agenda), the panels of each in the order of this list.
   */
  place: 'top' | 'main' | 'list' | 'agenda';
  phases: Phase[];
  /** Who gets it; without it everyone, guests too. */
  for?: (rights: SessionRights) => boolean;
}

const leads = ({ lead }: SessionRights) => lead;
const room: Phase[] = ['live', 'closed'];

export const panels: Panel[] = [
  { id: 'floor', component: FloorPanel, place: 'top', phases: room },
  { id: 'ballot', component: OpenBallotPanel, place: 'top', phases: room },
  { id: 'chair', component: DeskPanel, place: 'top', phases: ['live'], for: leads },
  { id: 'ballots', component: BallotsPanel, place: 'main', phases: room },
  { id: 'ballot-desk', component: BallotDeskPanel, place: 'main', phases: ['live'], for: leads },
  { id: 'presiding', component: PresidingPanel, place: 'top', phases: ['scheduled', 'live'] },
  { id: 'registration', component: RegistrationPanel, place: 'main', phases: ['scheduled'] },
  { id: 'hours', component: HoursPanel, place: 'list', phases: ['scheduled'] },
  { id: 'planning', component: PlanningPanel, place: 'top', phases: ['scheduled'] },
  { id: 'item-proposals', component: ItemProposalsPanel, place: 'main', phases: ['scheduled', 'live'] },
  { id: 'papers', component: PapersPanel, place: 'main', phases: ['scheduled', 'live'] },
  { id: 'opening', component: OpeningPanel, place: 'top', phases: ['scheduled'], for: leads },
  { id: 'questions', component: QuestionsPanel, place: 'main', phases: ['scheduled', ...room] },
  { id: 'text', component: TextPanel, place: 'main', phases: room },
  { id: 'minutes', component: MinutesPanel, place: 'main', phases: room },
  { id: 'outcomes', component: OutcomesPanel, place: 'main', phases: room },
  { id: 'statements', component: StatementsPanel, place: 'main', phases: ['scheduled', ...room] },
  { id: 'chat', component: RemarksPanel, place: 'main', phases: room },
  { id: 'window', component: WindowPanel, place: 'main', phases: ['scheduled', 'live'], for: leads },
  { id: 'lessons', component: LessonsPanel, place: 'main', phases: room },
  { id: 'rapporteurs', component: OutcomesDesk, place: 'main', phases: ['scheduled', 'live'], for: leads },
  { id: 'closing', component: ClosingPanel, place: 'main', phases: ['live'], for: leads },
  { id: 'speakers', component: ListPanel, place: 'list', phases: room },
  { id: 'time', component: TimePanel, place: 'list', phases: room },
  { id: 'attendance', component: AttendancePanel, place: 'list', phases: room },
  { id: 'agenda', component: AgendaPanel, place: 'agenda', phases: ['scheduled', ...room] }
];

/** What the bar calls the panels that it leads to, and how many wait there. */
export const names: Record<string, { name: () => string; count?: (live: LiveSession) => number }> = {
  floor: { name: m.session_floor },
  chair: { name: m.session_desk },
  registration: { name: m.session_take_part },
  hours: { name: m.attendance_hours },
  papers: { name: m.session_papers },
  opening: { name: m.session_desk },
  speakers: { name: m.session_queue, count: (live) => live.part(floorKey).queue.length },
  attendance: { name: m.room_here },
  questions: {
    name: m.questions_title,
    count: (live) => live.part(questionsKey).questions.filter(({ answer }) => !answer).length
  },
  chat: { name: m.chat_title, count: (live) => live.part(remarksKey).length },
  statements: { name: m.session_statements, count: (live) => live.part(statementsKey).length },
  minutes: { name: m.outcomes_minutes },
  outcomes: { name: m.room_outcomes },
  agenda: { name: m.session_agenda }
};

export const keys = [
  agendaKey,
  planningKey,
  registrationKey,
  attendanceKey,
  headsKey,
  hoursKey,
  floorKey,
  ballotsKey,
  answeredKey,
  presidingKey,
  questionsKey,
  votesKey,
  windowKey,
  statementsKey,
  remarksKey,
  outcomesKey,
  minutesKey,
  lessonsKey,
  textKey
];
export const voices = [
  agendaVoice,
  floorVoice,
  presidingVoice,
  ballotsVoice,
  questionsVoice,
  statementsVoice,
  outcomesVoice
];
