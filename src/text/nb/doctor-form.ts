/** The form by which a doctor is entered or changed. */
export const add = 'Legg til lege'
export const change = 'Endre opplysningene'
export const titleNew = 'Ny lege'
export const titleChange = (name: string) => `Endre ${name}`
export const lead = 'Endringer gjelder fra datoen du velger. Det som har vært, blir stående.'
export const person = 'Hvem'
export const name = 'Navn'
export const initials = 'Initialer'
export const initialsHelp = 'Det tavla viser. Lar du ruta stå tom, lager vi dem av navnet.'
export const email = 'E-post'
export const phone = 'Telefon'
export const hprNumber = 'HPR-nummer'
export const birthDate = 'Fødselsdato'
export const birthDateHelp = 'Trengs for retten til fritak ved 60 år og for når fastlegeavtalen slutter.'
export const from = 'Endringene gjelder fra'
export const fromNew = 'Med fra'
export const place = 'Plass og tilknytning'
export const municipality = 'Kommune'
export const municipalityHelp = 'Kommunen som plassen i vaktlista hører til.'
export const share = 'Andel av vaktene'
export const shareHelp = '1 er en vanlig del. 0,5 er halvparten.'
export const engagementForm = 'Tilknytning'
export const unset = 'ikke oppgitt'
export const service = 'legevakta selv'
export const fraction = 'Stilling i prosent'
export const way = 'Deltar'
export const wayHelp = 'Tilbudte perioder og avtalte timer føres i distriktsfila.'
export const least = 'Minst antall vakter i en plan'
export const most = 'Høyst antall vakter i en plan'
export const competence = 'Kompetanse'
export const competenceHelp = 'Etter kompetanseforskriften. Hva legen kan, regnes ut av dette.'
export const route = 'Grunnlag'
export const routeUnset = 'ikke ført opp: kan ikke ha vakt'
export const emergencyCourse = 'Akuttmedisinkurs tatt'
export const violenceCourse = 'Kurs i volds- og overgrepshåndtering tatt'
export const evidence = 'Hvor beviset ligger'
export const evidenceHelp =
  'For eksempel «personalarkivet». Uten dette står kompetansen som ikke kontrollert.'
export const transitional = 'Overgangsordningen føres i distriktsfila, med vedtaket.'
export const surgery = 'Kontortid'
export const surgeryHelp =
  'Tom betyr ikke oppgitt. Da er samlet arbeidstid ikke kjent, og taket for uka ikke kontrollert.'
export const surgeryDay = (day: string) => `${day.slice(0, 1).toLocaleUpperCase('nb')}${day.slice(1)}`
export const surgeryDayHelp = 'Skriv for eksempel 8–15.30'
export const noSurgery = 'Legen har ingen kontortid, bare legevakt'
export const surgerySource = 'Hvem har oppgitt det'
export const keptSurgery =
  'Kontortida har flere bolker på en dag og endres i distriktsfila. Den blir stående.'
export const save = 'Lagre'
export const notDeclared =
  'Kontortid er ikke oppgitt. Samlet arbeidstid er ikke kjent, og taket for uka er ikke kontrollert.'
export const end = 'Avslutt'
export const endTitle = 'Legen slutter'
export const endLead =
  'Tilknytning og plass i vaktlista slutter. Vakter som er publisert, blir stående til de er byttet.'
export const endOn = 'Første dag legen ikke er med'
export const endPlace = 'Plassen i vaktlista'
export const endPlaces = {
  vacant: 'blir stående ledig',
  'locum-to-be-named': 'får en vikar som ikke er navngitt',
  none: 'faller bort',
}
export const endSubmit = 'Avslutt legen'
export const ended = 'Legen deltar ikke lenger.'
