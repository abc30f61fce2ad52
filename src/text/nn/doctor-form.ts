/** The form by which a doctor is entered or changed. */
export const add = 'Legg til lege'
export const change = 'Endre opplysningane'
export const titleNew = 'Ny lege'
export const titleChange = (name: string) => `Endre ${name}`
export const lead = 'Endringar gjeld frå datoen du vel. Det som har vore, blir ståande.'
export const person = 'Kven'
export const name = 'Namn'
export const initials = 'Initialar'
export const initialsHelp = 'Det tavla viser. Lèt du ruta stå tom, lagar vi dei av namnet.'
export const email = 'E-post'
export const phone = 'Telefon'
export const hprNumber = 'HPR-nummer'
export const birthDate = 'Fødselsdato'
export const birthDateHelp = 'Trengst for retten til fritak ved 60 år og for når fastlegeavtalen sluttar.'
export const from = 'Endringane gjeld frå'
export const fromNew = 'Med frå'
export const place = 'Plass og tilknyting'
export const municipality = 'Kommune'
export const municipalityHelp = 'Kommunen som plassen i vaktlista høyrer til.'
export const share = 'Del av vaktene'
export const shareHelp = '1 er ein vanleg del. 0,5 er halvparten.'
export const engagementForm = 'Tilknyting'
export const unset = 'ikkje oppgitt'
export const service = 'legevakta sjølv'
export const fraction = 'Stilling i prosent'
export const way = 'Deltek'
export const wayHelp = 'Tilbodne periodar og avtalte timar blir førte i distriktsfila.'
export const least = 'Minst kor mange vakter i ein plan'
export const most = 'Høgst kor mange vakter i ein plan'
export const competence = 'Kompetanse'
export const competenceHelp = 'Etter kompetanseforskrifta. Kva legen kan, blir rekna ut av dette.'
export const route = 'Grunnlag'
export const routeUnset = 'ikkje ført opp: kan ikkje ha vakt'
export const emergencyCourse = 'Akuttmedisinkurs teke'
export const violenceCourse = 'Kurs i valds- og overgrepshandtering teke'
export const evidence = 'Kvar beviset ligg'
export const evidenceHelp = 'Til dømes «personalarkivet». Utan dette står kompetansen som ikkje kontrollert.'
export const transitional = 'Overgangsordninga blir ført i distriktsfila, med vedtaket.'
export const surgery = 'Kontortid'
export const surgeryHelp =
  'Tom tyder ikkje oppgitt. Då er samla arbeidstid ikkje kjend, og taket for veka ikkje kontrollert.'
export const surgeryDay = (day: string) => `${day.slice(0, 1).toLocaleUpperCase('nn')}${day.slice(1)}`
export const surgeryDayHelp = 'Skriv til dømes 8–15.30'
export const noSurgery = 'Legen har inga kontortid, berre legevakt'
export const surgerySource = 'Kven har oppgitt det'
export const keptSurgery =
  'Kontortida har fleire bolkar på ein dag og blir endra i distriktsfila. Ho blir ståande.'
export const save = 'Lagre'
export const notDeclared =
  'Kontortid er ikkje oppgitt. Samla arbeidstid er ikkje kjend, og taket for veka er ikkje kontrollert.'
export const end = 'Avslutt'
export const endTitle = 'Legen sluttar'
export const endLead =
  'Tilknyting og plass i vaktlista sluttar. Vakter som er publiserte, blir ståande til dei er bytte.'
export const endOn = 'Første dag legen ikkje er med'
export const endPlace = 'Plassen i vaktlista'
export const endPlaces = {
  vacant: 'blir ståande ledig',
  'locum-to-be-named': 'får ein vikar som ikkje er namngitt',
  none: 'fell bort',
}
export const endSubmit = 'Avslutt legen'
export const ended = 'Legen deltek ikkje lenger.'
