package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.model.Person;
import picocli.CommandLine.Option;

/** Who says something. */
final class SpeakerOptions {
    @Option(names = "--as", paramLabel = "ROLE", description = "Who says it: coach (default) or athlete.")
    private String role = "coach";

    @Option(
            names = "--by",
            paramLabel = "ID",
            description = "An id of the person, no name or address (default: command-line).")
    private String id = "command-line";

    Person person() {
        try {
            return new Person(role(), id);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    private Person.Role role() {
        for (Person.Role known : Person.Role.values()) {
            if (known.key().equals(role)) {
                return known;
            }
        }
        throw Problem.wrongUse("--as must be coach or athlete, not \"" + role + "\".");
    }
}
