/** A closed thread of the demo world that its authors let everyone read. Made up, like all of it. */
export const copiedThread = {
  space: 'health-worker-mobility',
  title: 'Jumelages d’hôpitaux : ce qui reste quand le financement s’arrête',
  by: 'aissatou.ba',
  posts: [
    {
      by: 'aissatou.ba',
      daysAgo: 47,
      body: `Notre jumelage avec un hôpital universitaire s’est terminé il y a deux ans. Je cherche ce qui a **tenu** ailleurs une fois le financement parti : les visites, les protocoles, les amitiés ?`
    },
    {
      by: 'lucia.herrera',
      daysAgo: 46,
      body: `Chez nous, trois choses ont tenu :\n\n- la réunion de cas du jeudi, à distance, parce qu’elle ne coûte rien ;\n- le protocole de triage, traduit et signé par *nos* chefs de service ;\n- un poste de formatrice, inscrit au budget national dès la deuxième année.\n\nCe qui n’a pas tenu : tout ce que seul le partenaire payait.`
    },
    {
      by: 'beatrice.okello',
      daysAgo: 45,
      body: `The same with us. The equipment has stood still since the technician, Mr A. N. Other, left. We should have trained two people, and written the maintenance contract before the gift.`
    },
    {
      by: 'ravi.nair',
      daysAgo: 44,
      body: `Ours is still being evaluated, so please take this as between colleagues: the first year looked better than it was.`
    },
    {
      by: 'aissatou.ba',
      daysAgo: 43,
      body: `Merci. J’en retiens une règle : ce que le partenaire apporte seul la première année, le budget national doit le porter à moitié la deuxième.`
    }
  ],
  /** Who answers what; who is not named here has not answered. */
  answers: [
    ['aissatou.ba', 'named'],
    ['lucia.herrera', 'named'],
    ['beatrice.okello', 'unnamed'],
    ['ravi.nair', 'declined']
  ],
  redaction: { post: 3, passage: 'Mr A. N. Other' }
} as const;
