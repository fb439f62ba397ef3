package freshlegs.coach.web;

import io.javalin.http.Context;

/** Lets a page that waits for what was said be asked for again, at the place where its reader is. */
final class SoonAgain {
    private SoonAgain() {}

    /** The address is named, since a browser that is at a place of a page (#week) only moves to that place when it is not. */
    static void in(int seconds, Context request) {
        request.header("Refresh", seconds + "; url=?" + request.queryString());
    }
}
