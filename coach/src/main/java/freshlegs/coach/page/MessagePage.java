package freshlegs.coach.page;

/** A plain page that says what is wrong and what to do. */
public record MessagePage(String heading, String sentence, String advice) {}
