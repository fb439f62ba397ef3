package freshlegs.coach.web;

import freshlegs.coach.Answers;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets a page on which something was just said be asked for again, at the place where its reader is: until the tables have it, and
 * for some seconds from then on, since what follows from it comes a little later than the answer itself.
 */
final class SoonAgain {
    private static final String WHEN = "at";
    private static final long FOLLOWS_MILLISECONDS = 10_000;

    private final InstantSource clock;

    SoonAgain(InstantSource clock) {
        this.clock = clock;
    }

    static SoonAgain bySystemTime() {
        return new SoonAgain(InstantSource.system());
    }

    /** The part of an address that says what was taken, and when. */
    String said(Answers.Taken taken) {
        return "said=" + taken.revision() + "&" + WHEN + "=" + clock.millis();
    }

    /** The address is named, since a browser that is at a place of a page (#week) only moves to that place when it is not. */
    void ask(Context request, boolean pending) {
        if (pending || (Asked.said(request).isPresent() && isFresh(request))) {
            request.header("Refresh", "2; url=?" + request.queryString());
        }
    }

    private boolean isFresh(Context request) {
        return Optional.ofNullable(request.queryParam(WHEN))
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .filter(at -> Math.abs(clock.millis() - at) < FOLLOWS_MILLISECONDS)
                .isPresent();
    }
}
