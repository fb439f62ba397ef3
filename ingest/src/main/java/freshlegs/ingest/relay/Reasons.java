package freshlegs.ingest.relay;

/** Why the relay cannot bring an activity, for the athlete, with what helps. */
final class Reasons {
    static final String STRAVA =
            "Strava does not let intervals.icu pass this run on: connect the watch to intervals.icu"
                    + " itself, or hand over Strava's export";
    static final String BY_HAND =
            "entered by hand at intervals.icu: there is no file; hand over the watch's own file if" + " there is one";

    private Reasons() {}

    static String withheld(int status) {
        return switch (status) {
            case 404, 410 ->
                "intervals.icu has no file for this activity: hand over the watch's own file if there is one";
            case 403, 422 ->
                "intervals.icu may not pass this activity on (answer " + status + "), as with all that came from"
                        + " Strava: connect the watch to intervals.icu itself, or hand over the file";
            default -> "intervals.icu refused to give the file (answer " + status + "): hand over the watch's own file";
        };
    }

    static String givenUp(String last, int tries) {
        return "intervals.icu did not give the file in " + tries + " tries over three days (" + last
                + "): hand over the watch's own file";
    }
}
