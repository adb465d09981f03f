import { english, type LessonText } from './lesson-text.ts';

export const lessonsInEnglish: LessonText[] = [
  english(
    {
      by: 'ministry.mw',
      polarity: 'did_not_work',
      countries: ['MW'],
      blocks: ['health_financing', 'leadership_governance'],
      axis: 'financing',
      occupations: ['1342'],
      evidence: 'routine',
      months: [44, 32]
    },
    [
      `Facility grants nobody dared to spend`,
      `Health centres that never had revenue did not spend their first grants for fear of the audit.`,
      `Quarterly grants to 80 centres, with a forty-page manual.`,
      `38 % spent in the first year; heads of centres asked the district to sign for them.`,
      `Train the signature before sending the money, with real cases and an auditor in the room.`,
      `Clear list of acceptable and unacceptable mistakes.`
    ]
  ),
  english(
    {
      by: 'grace.phiri',
      polarity: 'worked',
      countries: ['MW'],
      blocks: ['health_financing', 'health_workforce'],
      axis: 'financing',
      occupations: ['2221', '1342'],
      evidence: 'routine',
      months: [31, 19]
    },
    [
      `Two days with an auditor turned grants into repairs`,
      `A second cohort of centres, trained on sixteen short cases, spent nearly all of the same grant.`,
      `Sixteen case sheets of two pages, no slides, led by a district auditor.`,
      `91 % spent; roofs, water and light came first. Two irregularities in 40 centres, both repaid.`,
      `Use cases from the district, told by people who made the mistake.`,
      `An auditor who is willing to be asked anything.`
    ]
  ),
  english(
    {
      by: 'ministry.mw',
      polarity: 'worked',
      countries: ['MW'],
      blocks: ['health_workforce'],
      axis: 'policy_dialogue',
      occupations: ['2221', '2222'],
      evidence: 'routine',
      months: [17, 4]
    },
    [
      `A circular that recognises years worked abroad`,
      `Counting two years abroad as one at home brought back experienced nurses at little cost.`,
      `Circular on grade recognition, up to five years, on proof of employment.`,
      `26 nurses in the first year; 23 still in post twelve months later.`,
      `Write it as a circular, publish it abroad through the associations.`,
      `Name every cadre: midwives employed as nurses were forgotten at first.`
    ]
  ),
  english(
    {
      by: 'esther.zulu',
      polarity: 'worked',
      countries: ['ET'],
      blocks: ['health_workforce', 'service_delivery'],
      occupations: ['3253'],
      evidence: 'evaluation',
      months: [70, 20]
    },
    [
      `A career ladder keeps community health workers`,
      `Opening a second grade, with study leave, halved departures among salaried community health workers.`,
      `Competitive entry to a level-up course after three years of service; post kept meanwhile.`,
      `Yearly attrition 11 to 5 % in the districts that opened it first; 10 to 9 % in the others.`,
      `Open few places every year rather than many once.`,
      `Wage bill for the second grade agreed before the first intake.`
    ]
  ),
  english(
    {
      by: 'lucia.herrera',
      polarity: 'did_not_work',
      countries: ['PE', 'EC'],
      blocks: ['service_delivery', 'health_information'],
      occupations: ['2222'],
      evidence: 'evaluation',
      months: [52, 30]
    },
    [
      `An exemption for residents turned mothers away at the border`,
      `Where the exemption asked for proof of residence, women without papers came later or not at all.`,
      `Free delivery for registered residents; claims without a resident number were refused.`,
      `Facility births among non-residents fell by a third in three border districts; emergency referrals rose.`,
      `Write that the exemption holds for whoever is in the territory.`,
      `A line in the budget for border facilities.`
    ]
  ),
  english(
    {
      by: 'lucia.herrera',
      polarity: 'partly',
      countries: ['PH', 'DE'],
      blocks: ['health_workforce'],
      axis: 'development_cooperation',
      occupations: ['2221'],
      evidence: 'evaluation',
      months: [80, 20]
    },
    [
      `Language training before departure, paid by the recruiter`,
      `Training at home for nine months improved the first year abroad, but emptied two teaching hospitals of preceptors.`,
      `Bilateral programme with language courses and recognition before departure.`,
      `Recognition within six months for 88 %; vacancy of preceptors at origin from 6 to 19 %.`,
      `Add to the agreement the pay of the teachers who replace those who leave.`,
      `A ceiling per facility, reviewed each year.`
    ]
  ),
  english(
    {
      by: 'nurses',
      polarity: 'did_not_work',
      countries: ['PT', 'IE'],
      blocks: ['health_workforce', 'service_delivery'],
      occupations: ['2221', '3221'],
      evidence: 'evaluation',
      months: [66, 40]
    },
    [
      `Safe-staffing ratios without a pool of staff`,
      `A legal ratio introduced in one step closed beds instead of filling posts.`,
      `Minimum ratio on medical wards from a fixed date, with fines.`,
      `Compliance reached by closing 7 % of beds; waiting times rose for a year.`,
      `Phase the ratio with the number of graduates, and publish the waiting lists beside it.`,
      `A joint forecast signed by the ministry and the profession.`
    ]
  ),
  english(
    {
      by: 'kenji.mori',
      polarity: 'worked',
      countries: ['JP'],
      blocks: ['service_delivery', 'medical_products_vaccines_technologies'],
      occupations: ['2262'],
      evidence: 'evaluation',
      months: [58, 14]
    },
    [
      `Pharmacists who call back after three days`,
      `One telephone call to older people with five or more medicines reduced returns to hospital.`,
      `Call on day three after discharge, with a script of six questions.`,
      `Readmission within thirty days 14.1 to 11.6 % in 31 pharmacies; no change in 29 others.`,
      `Pay the call, not the product.`,
      `Discharge list sent the same day, with consent.`
    ]
  ),
  english(
    {
      by: 'maren.solberg',
      polarity: 'worked',
      countries: ['NO', 'RW'],
      blocks: ['service_delivery', 'health_workforce'],
      axis: 'development_cooperation',
      occupations: ['2264', '3255'],
      evidence: 'routine',
      months: [38, 6]
    },
    [
      `Rehabilitation joins the district team`,
      `A physiotherapist shared by four health centres was used more than one placed in the hospital.`,
      `Weekly rota with a motorcycle, paired with a local assistant.`,
      `1,940 first consultations in a year against 610 in the hospital clinic with the same post.`,
      `Share the post, train the assistant, keep one fixed day per centre.`,
      `Fuel and a small workshop for aids.`
    ]
  ),
  english(
    {
      by: 'ravi.nair',
      polarity: 'partly',
      countries: ['IN'],
      blocks: ['service_delivery'],
      occupations: ['2261', '3251'],
      evidence: 'routine',
      months: [24, 5]
    },
    [
      `Oral health in the school check: found, not treated`,
      `Adding teeth to the school check found many children in pain and sent them to clinics without a dentist.`,
      `Screening by trained teachers in 300 schools.`,
      `46 % referred, 12 % treated within three months; 31 % once a mobile dental assistant followed the teachers.`,
      `Screen only where a treatment is within reach.`,
      `Mobile assistant budgeted before the first check.`
    ]
  ),
  english(
    {
      by: 'beatrice.okello',
      polarity: 'did_not_work',
      countries: ['UG'],
      blocks: ['health_workforce'],
      occupations: ['2211', '2212'],
      evidence: 'anecdote',
      months: [46, 36]
    },
    [
      `Bonding young doctors by debt`,
      `A bond that made doctors repay their training if they left early changed where they hid, not whether they left.`,
      `Five-year bond for scholarship holders, enforced by withholding certificates.`,
      `A third worked without certificates in private clinics; recovery cost more than it brought.`,
      `Offer specialist training after rural service instead of a debt before it.`,
      `Transparent list of posts and places.`
    ]
  ),
  english(
    {
      by: 'yusuf.idris',
      polarity: 'worked',
      countries: ['SD', 'TD'],
      blocks: ['health_financing', 'service_delivery'],
      axis: 'development_cooperation',
      evidence: 'routine',
      months: [42, 12]
    },
    [
      `Small, regular payments beat large, uncertain ones`,
      `Facilities in areas of conflict that were paid a small amount on a fixed day stayed open and stopped charging.`,
      `Monthly payment on the fifth, through mobile money, by one agreed payer.`,
      `Days open per month 17 to 25; informal charges reported by patients fell by half.`,
      `Fix the day before fixing the amount.`,
      `One payer on behalf of all partners.`
    ]
  ),
  english(
    {
      by: 'henrik.dahl',
      polarity: 'did_not_work',
      countries: ['MZ', 'TZ'],
      blocks: ['leadership_governance', 'health_information'],
      axis: 'development_cooperation',
      evidence: 'evaluation',
      months: [64, 28]
    },
    [
      `A common fund with five reporting formats`,
      `Partners pooled the money and kept their own reports: the planning unit spent its year reporting.`,
      `Pooled fund of five partners; harmonised report planned for the second year.`,
      `112 working days of reporting a year; the harmonised report never came.`,
      `Sign the single report before the first transfer.`,
      `A partner who agrees to go without its own format first.`
    ]
  ),
  english(
    {
      by: 'adjoa.mensah',
      polarity: 'partly',
      countries: ['GH', 'TG', 'BJ'],
      blocks: ['leadership_governance'],
      axis: 'policy_dialogue',
      evidence: 'anecdote',
      months: [22, 3]
    },
    [
      `Peer visits between planning directorates`,
      `A week in the neighbour's planning unit changed practice where the visit had a question, and was tourism where it had none.`,
      `Nine visits of five days between three countries.`,
      `Five visits led to a documented change within six months; all five had sent their question beforehand.`,
      `No question, no ticket.`,
      `The host chooses who answers, not who is senior.`
    ]
  ),
  english(
    {
      by: 'ivone.tavares',
      polarity: 'worked',
      countries: ['CV'],
      blocks: ['health_information', 'health_financing'],
      axis: 'financing',
      evidence: 'routine',
      months: [30, 6]
    },
    [
      `Publish provisional health accounts in month seven`,
      `A provisional account marked as such was used in the budget debate; the exact one always came too late.`,
      `Government and partner spending filled in from public reports and sent to partners for correction.`,
      `14 of 17 partners corrected within a week; difference to the final account 3 %.`,
      `Fill in for people what they need only correct.`,
      `Say on the cover what is provisional.`
    ]
  )
];
