package freshlegs.coach.page;

import java.util.Optional;

/** Where people sign in: the page they go on to, the login that was typed and, when it was not right, the key of what to say; who vouches for people, if anybody does; and whether somebody has just signed out, so that nothing stays on their device. */
public record SignInPage(
        Optional<String> next, String login, Optional<String> trouble, Optional<String> provider, boolean out) {}
