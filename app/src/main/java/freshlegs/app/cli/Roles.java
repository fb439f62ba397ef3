package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.coach.access.Role;

/** Roles as the command line names them. */
final class Roles {
    private Roles() {}

    static Role parse(String text) {
        return Role.of(text)
                .orElseThrow(() ->
                        Problem.wrongUse("--role must be athlete, coach, assistant or viewer, not \"" + text + "\"."));
    }
}
