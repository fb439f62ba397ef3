package freshlegs.coach.page;

import java.util.Optional;

/**
 * What an athlete may do with everything that is known of her: take it along, and have it erased. {@code files} is whether her
 * original files are kept here, {@code login} that of her account if she is signed in, {@code password} whether it has one.
 */
public record DataPage(
        String athlete,
        boolean files,
        Optional<String> login,
        boolean password,
        boolean underWay,
        Optional<String> trouble) {}
