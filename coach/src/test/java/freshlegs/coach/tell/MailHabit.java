package freshlegs.coach.tell;

import java.util.Optional;

/** How a mail server behaves once it has heard {@code trigger}, and what that must look like from here. */
enum MailHabit {
    ANSWERS("never", Then.PASS, Optional.empty(), 1),
    CLOSES_AT_ONCE("", Then.CLOSE, Optional.of("the mail server did not take it"), 0),
    NEVER_GREETS("", Then.HANG, Optional.of("the mail server did not answer in time"), 0),
    TRICKLES("EHLO", Then.TRICKLE, Optional.of("the mail server did not answer in time"), 0),
    ANSWERS_WITHOUT_END("EHLO", Then.FLOOD, Optional.of("the mail server did not take it"), 0),
    TALKS_RUBBISH("EHLO", Then.TALK_RUBBISH, Optional.of("the mail server did not take it"), 0),
    REFUSES("RCPT TO", Then.REFUSE, Optional.of("the mail server did not take it"), 0),
    CLOSES_WITHIN_THE_MAIL("Subject:", Then.CLOSE, Optional.of("the mail server did not take it"), 0),
    HANGS_WITHIN_THE_MAIL("Subject:", Then.SWALLOW, Optional.of("the mail server did not answer in time"), 0),
    TAKES_AND_NEVER_ANSWERS("\r\n.\r\n", Then.HANG, Optional.of("the mail server did not answer in time"), 1),
    TAKES_AND_CLOSES("\r\n.\r\n", Then.CLOSE_BEFORE_ANSWER, Optional.of("the mail server did not take it"), 1),
    ANSWERS_TWICE("\r\n.\r\n", Then.TWICE, Optional.empty(), 1),
    NEVER_SAYS_GOOD_BYE("QUIT", Then.HANG, Optional.empty(), 1);

    /** What happens from there on. */
    enum Then {
        PASS,
        HANG,
        CLOSE,
        SWALLOW,
        CLOSE_BEFORE_ANSWER,
        TRICKLE,
        FLOOD,
        TALK_RUBBISH,
        REFUSE,
        TWICE
    }

    private final String trigger;
    private final Then then;
    private final Optional<String> trouble;
    private final int arrived;

    MailHabit(String trigger, Then then, Optional<String> trouble, int arrived) {
        this.trigger = trigger;
        this.then = then;
        this.trouble = trouble;
        this.arrived = arrived;
    }

    String trigger() {
        return trigger;
    }

    Then then() {
        return then;
    }

    /** What is said of it; nothing where the mail counts as sent. */
    Optional<String> trouble() {
        return trouble;
    }

    /** How many mails have arrived nevertheless. */
    int arrived() {
        return arrived;
    }
}
