package freshlegs.coach.tell;

/** How one try to tell the webhook ended. */
sealed interface Told {
    /** The receiver answered with a status of 200 to 299. */
    record Received() implements Told {}

    /** Anything else; whether the receiver took note is not known, so it is tried again with the same key. */
    record NotReceived(String why) implements Told {}
}
