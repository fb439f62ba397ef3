package freshlegs.app.journey;

import java.nio.file.Path;

/** The coach at a desk, the athlete with a phone, and somebody else, each with a browser of their own. */
record People(ASite site, AVisit coach, AVisit athlete, AVisit stranger) implements AutoCloseable {
    static final String PASSWORD = "long walks by the river";
    static final String COACH = "Robin Reed";
    static final String ATHLETE = "ben";

    static People at(ASite site, Path profiles) {
        return new People(
                site,
                AVisit.to(site.console(), Form.COMPUTER_LIGHT, profiles.resolve("coach")),
                AVisit.to(site.console(), Form.PHONE_LIGHT, profiles.resolve("athlete")),
                AVisit.to(site.console(), Form.COMPUTER_LIGHT, profiles.resolve("stranger")));
    }

    @Override
    public void close() {
        coach.close();
        athlete.close();
        stranger.close();
    }
}
