package freshlegs.app.setting;

/** A setting's text and where it stands, in words. */
record Given(String text, String origin) {}
