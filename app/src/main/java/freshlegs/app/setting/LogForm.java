package freshlegs.app.setting;

/** How log lines look. */
public enum LogForm {
    TEXT,
    JSON
}
