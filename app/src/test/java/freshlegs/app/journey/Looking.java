package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;

/** From the athlete's page with its charts to one of the runs. */
record Looking(People people) {
    private static final String LATEST =
            "return document.querySelector(" + "'[aria-labelledby=activities] a[href*=\"/activities/\"]').pathname";

    String fromTheAthleteToARun() {
        AVisit coach = people.coach().go("/athletes/" + ATHLETE);
        coach.look("14-athlete");
        String run = coach.browser().ask(LATEST);
        coach.go(run).look("15-run");
        return run;
    }
}
