package freshlegs.coach;

import freshlegs.model.fact.CheckIn;

/** A check-in as somebody gives it: all of it but its revision and when it was taken in. */
public record CheckInWish(CheckIn said) {

    /** Health data never gets into a log by accident. */
    @Override
    public String toString() {
        return "CheckInWish[" + said.kind().key() + " " + said.factId() + "]";
    }
}
