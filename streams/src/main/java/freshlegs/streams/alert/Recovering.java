package freshlegs.streams.alert;

import java.util.OptionalInt;

/**
 * How far illness or danger is from being over: so many check-ins must deny it and so many days pass since the last sign; illness
 * is over, too, after {@code silentDays} of which nobody says anything.
 */
record Recovering(int denied, int leastDenied, long quietDays, int leastQuietDays, OptionalInt silentDays) {

    boolean isOver() {
        boolean isDenied = denied >= leastDenied && quietDays >= leastQuietDays;
        return isDenied || (silentDays.isPresent() && quietDays >= silentDays.getAsInt());
    }

    /** Of what stands. */
    String whatWouldClear() {
        String silence = silentDays.isPresent() ? ", or " + silentDays.getAsInt() + " days have passed in silence" : "";
        return "Clears when " + leastDenied + " check-ins tell of no symptoms (" + denied + " so far) and "
                + leastQuietDays + " days have passed since the last sign (" + quietDays + " now)" + silence + ".";
    }

    /** Of the day on which it was over. */
    String whatCleared() {
        return "Cleared: " + quietDays + " days since the last sign, " + denied
                + (denied == 1 ? " check-in" : " check-ins") + " without symptoms.";
    }
}
