package freshlegs.coach.tell;

import freshlegs.coach.channel.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that is told because its time has come; in quiet hours it waits for their end. */
public interface Occasion {
    /** REVIEW or REMINDER. */
    String kind();

    /** All whose time has come; one whose key is known already is left out by whoever asks. */
    List<Due> due(Instant now);

    /** Empty when it is no longer true: then nobody is told. */
    Optional<Notice> words(String account, String subject, String key, Instant now);

    /** To each of the account's channels, the key followed by the channel; nothing is begun after {@code until}. */
    record Due(String key, String account, String subject, Instant until) {}
}
