package freshlegs.app.evaluate;

/** A way to tell overreaching: the product's, then what people use today; {@code docs/detection.md} says the same. */
enum Method {
    FRESHLEGS("freshlegs", "Freshlegs"),
    RESTING_HEART_RATE("restingHeartRatePlus5", "Resting heart rate +5 bpm"),
    SINGLE_FLAG("anySingleFlag", "Any single flag"),
    ACUTE_CHRONIC("acuteChronicAbove1_5", "Acute:chronic above 1.5"),
    FORM("formBelowMinus30", "Form below -30"),
    HRV("hrvOutsideHalfSd", "HRV outside 0.5 SD");

    private final String key;
    private final String title;

    Method(String key, String title) {
        this.key = key;
        this.title = title;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    Alarms alarms(History history) {
        return switch (this) {
            case FRESHLEGS -> Detector.alarms(history);
            case RESTING_HEART_RATE -> Rivals.restingHeartRate(history);
            case SINGLE_FLAG -> Rivals.singleFlag(history);
            case ACUTE_CHRONIC -> Rivals.acuteChronic(history);
            case FORM -> Rivals.form(history);
            case HRV -> Rivals.hrv(history);
        };
    }
}
