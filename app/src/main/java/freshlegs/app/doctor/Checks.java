package freshlegs.app.doctor;

import java.util.List;

/** The checks in the order in which they are told. */
final class Checks {
    static final List<Check> ALL = List.of(
            Check.of(
                    "settings", "every setting's value, the settings file, variables that are none", Machine::settings),
            Check.of("java", "the Java of this command and of the process at work", Machine::java),
            Check.of(
                    "folder",
                    "the data folder: there, writable, its owner's alone, and its secrets too",
                    Folder::rights),
            Check.of("holder", "who holds the data folder, and what a process that ended has left", Folder::holder),
            Check.of("disk", "room and inodes on the disk of the data folder", Folder::disk),
            Check.of("ports", "whether each port is free or ours", Ports::free),
            Check.of("address", "how people reach the pages: address, certificate and its last day", Pages::address),
            Check.of("kafka", "whether Kafka answers, and whether its transactions are safe", Cluster::answers),
            Check.of(
                    "topics",
                    "every topic: there, 12 partitions, nothing that expires, records large enough, what is erased soon gone",
                    Cluster::topics),
            Check.of("postgres", "whether PostgreSQL answers, its version, encoding and our rights", Base::answers),
            Check.of("migrations", "whether the database has the shape that this program knows", Base::migrations),
            Check.of(
                    "clock",
                    "this machine's clock against Kafka's and PostgreSQL's, and the time zone rules",
                    Clocks::agree),
            Check.of("rebuild", "a rebuild that has not come to its end", Base::rebuild),
            Check.of("processes", "whether somebody is at work on what waits", Work::processes),
            Check.of("streams-lag", "facts that the streams have not read while they do not move", Work::streamsLag),
            Check.of("warehouse-lag", "results that are not in the tables while they do not move", Work::warehouseLag),
            Check.of(
                    "spool",
                    "files that wait too long for their turn, and whether those who read them are led",
                    Handovers::spool),
            Check.of(
                    "originals",
                    "where original files are kept, and whether the bucket has what it should have",
                    Buckets::originals),
            Check.of("inbox", "files in the inbox that are never taken", Handovers::inbox),
            Check.of("set-aside", "files that could not be read and lie in `set-aside/`", Handovers::setAside),
            Check.of("routes", "refused keys, notifications that nobody takes, tokens that nobody uses", Routes::open),
            Check.of("dead-letters", "records that could not be processed or not become rows", OpenLetters::find),
            Check.of("erasures", "athletes who wait for everything about them to be erased", Erasures::waiting),
            Check.of("deliveries", "messages to people that were given up or wait", Messages::deliveries),
            Check.of("channels", "people's channels that fail or are paused", Messages::channels));

    private Checks() {}
}
