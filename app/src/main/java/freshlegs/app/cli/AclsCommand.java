package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.rights.AclScript;
import freshlegs.app.rights.KafkaUser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "acls",
        description = "Print the rights that each part needs in a Kafka of your own, as commands that grant them.")
final class AclsCommand implements Callable<Integer> {
    private static final String USERS =
            Stream.of(KafkaUser.values()).map(KafkaUser::word).collect(Collectors.joining(", "));

    private final Shell shell;

    @Parameters(
            paramLabel = "USER",
            arity = "0..*",
            description =
                    "Whose: ingest, streams, warehouse, coach, erasing, operator or administrator (default: everybody's).")
    private List<String> users = List.of();

    @Option(
            names = "--name",
            paramLabel = "USER=NAME",
            description =
                    "What that user is called in Kafka (default: freshlegs-USER); of certificates the whole name.")
    private Map<String, String> names = Map.of();

    @Option(names = "--remove", description = "Print the commands that take the rights back.")
    private boolean remove;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    AclsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        form.check();
        AclScript script = new AclScript(principals());
        form.print(shell, script.table(), () -> script.commands(!remove), "");
        return 0;
    }

    private Map<KafkaUser, String> principals() {
        Map<KafkaUser, String> principals = new EnumMap<>(KafkaUser.class);
        List<KafkaUser> wanted = users.isEmpty()
                ? List.of(KafkaUser.values())
                : users.stream().map(AclsCommand::user).toList();
        wanted.forEach(user -> principals.put(user, "User:" + user.usualName()));
        // Who erases is who takes files in.
        Optional.ofNullable(names.get(KafkaUser.INGEST.word()))
                .ifPresent(name -> principals.computeIfPresent(KafkaUser.ERASING, (user, usual) -> principal(name)));
        names.forEach((word, name) -> principals.computeIfPresent(user(word), (user, usual) -> principal(name)));
        return principals;
    }

    /** It stands between quotes in a script. */
    private static String principal(String name) {
        if (name.isBlank() || name.chars().anyMatch(c -> c == '\'' || Character.isISOControl(c))) {
            throw Problem.wrongUse("A name in Kafka is neither empty nor has quotes in it: give --name USER=NAME.");
        }
        return "User:" + name;
    }

    private static KafkaUser user(String word) {
        return Stream.of(KafkaUser.values())
                .filter(user -> user.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse("There is no user `" + word + "`: it is one of " + USERS + "."));
    }
}
