package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.SqlWorkouts;
import freshlegs.app.setting.Settings;
import freshlegs.app.watch.Destination;
import freshlegs.app.watch.InboxDestination;
import freshlegs.app.watch.ServerDestination;
import freshlegs.app.watch.ServerDestination.Pause;
import freshlegs.app.watch.ServerWorkouts;
import freshlegs.app.watch.Token;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where a watch's files go. */
final class WatchTarget {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Send the files to this server, such as https://freshlegs.example.org (default: the inbox of the"
                            + " data folder).")
    private Optional<String> server = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Where the athlete's token for the server stands (default: FRESHLEGS_TOKEN); {athlete} in the name"
                            + " stands for the athlete.")
    private Optional<String> tokenFile = Optional.empty();

    Destination destination(Shell shell, Path data, Pause pause) {
        if (server.isEmpty()) {
            if (tokenFile.isPresent()) {
                throw Problem.wrongUse("--token-file is for a server: say --server URL with it.");
            }
            return new InboxDestination(data);
        }
        URI address = address(server.get());
        if ("http".equals(address.getScheme()) && !isThisMachine(address.getHost())) {
            shell.say("The token and the files travel to " + address.getHost()
                    + " for everybody on the way to read: better an https address.");
        }
        return new ServerDestination(address, Token.from(tokenFile, shell.environment()), data, pause);
    }

    /** Where workouts for watches come from: the plan in the data folder, or the server's. */
    ComingWorkouts workouts(Shell shell, Settings settings) {
        return server.<ComingWorkouts>map(text ->
                        new ServerWorkouts(address(text), Token.from(tokenFile, shell.environment()), shell.clock()))
                .orElseGet(() -> athlete -> planned(athlete, shell, settings));
    }

    private static ComingWorkouts.Answer planned(AthleteId athlete, Shell shell, Settings settings) {
        try (Access access = Access.forReading(settings, "watch-sync")) {
            return new SqlWorkouts(access.database(), shell.clock()).of(athlete);
        } catch (Problem e) {
            return new ComingWorkouts.Unknown("the plan cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ComingWorkouts.Unknown("it was interrupted: workouts come next time");
        }
    }

    /** The same options again, for whoever calls us later; a token in the environment does not stay. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (server.isPresent()) {
            if (tokenFile.isEmpty()) {
                throw Problem.wrongUse("A service has no environment of yours: say --token-file FILE with --server.");
            }
            words.addAll(List.of("--server", address(server.get()).toString()));
            words.addAll(List.of(
                    "--token-file", Path.of(tokenFile.get()).toAbsolutePath().toString()));
        }
        return words;
    }

    private static URI address(String text) {
        return parsed(text)
                .filter(address -> List.of("http", "https").contains(String.valueOf(address.getScheme())))
                .filter(address -> address.getHost() != null && address.getRawUserInfo() == null)
                .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null)
                .orElseThrow(() -> Problem.wrongUse(
                        "--server must be an address such as https://freshlegs.example.org, not \"" + text + "\"."));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }
}
