package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Versioned;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A second process over the same data: a Java machine with the class path of this one, that makes an object of the
 * contract's class and opens its storage.
 */
final class ChildProcess implements AutoCloseable {

    /** What the child does. */
    enum Job {
        /** One unit of work after the other, each over four kinds; prints the name of each one that ended. */
        WORK,
        /** Changes some facts, says so, and waits for its end. */
        CHANGE
    }

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(StorageContract contract, String tenant, Job job) {
        return new ChildProcess(JavaProcess.start(
                ChildProcess.class,
                contract.childProperties(),
                contract.getClass().getName(),
                tenant,
                job.name()));
    }

    String readLine() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("the child process ended by itself");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The child's side. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        var constructor = Class.forName(args[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        StorageContract contract = (StorageContract) constructor.newInstance();
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Storage storage = contract.open(args[1], CardCodecs.INSTANCE, Bench.KEY);
        storage.prepare(Bench.KINDS, SchemaMode.CREATE);
        if (Job.valueOf(args[2]) == Job.WORK) {
            while (true) {
                answers.println(work(storage));
            }
        }
        change(storage);
        answers.println("changed");
        int waited = System.in.read();
        System.exit(Math.max(0, waited));
    }

    private static String work(Storage storage) {
        String name = UUID.randomUUID().toString();
        return storage.write(unit -> {
            unit.log(Note.NOTES).append(List.of(Note.of(name)));
            unit.table(Card.CARDS).put(Card.of(name, 1), 0);
            Versioned<Card> head = unit.table(Card.HEADS).get(List.of("head")).get("head");
            Card next = Card.of("head", head == null ? 1 : head.document().number() + 1);
            unit.table(Card.HEADS).put(next, head == null ? 0 : head.version());
            unit.log(Note.LETTERS).append(List.of(Note.of(name)));
            return name;
        });
    }

    private static void change(Storage storage) {
        storage.write(unit -> {
            unit.log(Note.NOTES).erase(List.of("n1"));
            unit.log(Note.NOTES).append(List.of(Note.of("child")));
            long version = unit.table(Card.CARDS).versions(List.of("k1")).getOrDefault("k1", 0L);
            return unit.table(Card.CARDS).put(Card.of("k1", 2), version);
        });
    }
}
