package freshlegs.coach.page;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.ApiTokens;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Scope;
import freshlegs.coach.access.Sessions;
import freshlegs.model.AthleteId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody's own account: name, password, whom they see, signed-in browsers and tokens. */
public record AccountPage(
        String login,
        String name,
        boolean password,
        Optional<String> provider,
        List<Seen> seen,
        List<Browser> browsers,
        List<Token> tokens,
        Said said) {

    /** An athlete whom they see; {@code self} is whether it is themselves. */
    public record Seen(String athlete, String role, boolean self) {}

    /** One that is signed in. */
    public record Browser(String id, String since, String seen, boolean here) {}

    /** A token, without itself. */
    public record Token(String id, String name, String scopes, String until, String used) {}

    /** What is told after something was done: the key of a sentence, a token that is shown this once, or what is wrong. */
    public record Said(Optional<String> done, Optional<String> token, Optional<String> trouble) {
        public static Said nothing() {
            return new Said(Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Said done(String key) {
            return new Said(Optional.of(key), Optional.empty(), Optional.empty());
        }

        public static Said token(String token) {
            return new Said(Optional.empty(), Optional.of(token), Optional.empty());
        }

        public static Said trouble(String sentence) {
            return new Said(Optional.empty(), Optional.empty(), Optional.of(sentence));
        }

        @Override
        public String toString() {
            return "Said[...]";
        }
    }

    public AccountPage {
        seen = List.copyOf(seen);
        browsers = List.copyOf(browsers);
        tokens = List.copyOf(tokens);
    }

    /** {@code here} is the id of the browser that asks. */
    public static AccountPage of(
            Account account,
            Map<AthleteId, Role> roles,
            List<Sessions.Browser> browsers,
            String here,
            List<ApiTokens.Token> tokens,
            Said said,
            Optional<String> provider,
            Clock clock,
            Voice voice) {
        Days days = new Days(clock);
        return new AccountPage(
                account.login(),
                account.name(),
                account.password(),
                provider,
                roles.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Seen(
                                entry.getKey().value(),
                                "access.role." + entry.getValue().key(),
                                entry.getValue() == Role.ATHLETE))
                        .toList(),
                browsers.stream()
                        .map(each -> new Browser(
                                each.id(),
                                voice.moment(each.createdAt()),
                                days.age(each.seenAt(), voice),
                                each.id().equals(here)))
                        .sorted(Comparator.comparing(each -> !each.here()))
                        .toList(),
                tokens.stream()
                        .map(token -> new Token(
                                token.id(),
                                token.name(),
                                String.join(
                                        ", ",
                                        token.scopes().stream()
                                                .sorted()
                                                .map(Scope::key)
                                                .toList()),
                                voice.moment(token.expiresAt()),
                                token.usedAt().map(at -> days.age(at, voice)).orElse("")))
                        .toList(),
                said);
    }
}
