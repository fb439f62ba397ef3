package freshlegs.coach.page;

/** How somebody likes pages in this browser: in which units, and whether single keys do something. */
public record Preferences(Units units, boolean keys) {}
