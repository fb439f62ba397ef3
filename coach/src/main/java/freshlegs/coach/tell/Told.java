package freshlegs.coach.tell;

/** How one try to tell somebody ended. */
sealed interface Told {
    /** The receiver took it, such as by a status of 200 to 299. */
    record Received() implements Told {}

    /** Anything else; whether the receiver took note is not known, so it is tried again with the same key. */
    record NotReceived(String why) implements Told {}

    /** There was nothing to tell any more, so nothing was sent. */
    record NoLongerTrue() implements Told {}
}
