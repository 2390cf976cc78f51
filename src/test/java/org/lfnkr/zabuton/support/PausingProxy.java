package org.lfnkr.zabuton.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands before a server and passes everything on, until it is told to pause: then nothing. Counts
 * how often a client waited for an answer before it went on.
 */
public final class PausingProxy {

    private final ServerSocket entrance;
    private final int target;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition goesOn = lock.newCondition();
    private final AtomicInteger turns = new AtomicInteger();
    private boolean paused;
    private volatile Duration distance = Duration.ZERO;

    private PausingProxy(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static PausingProxy to(int target) {
        try {
            ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
            PausingProxy proxy = new PausingProxy(entrance, target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    public void pause() {
        set(true);
    }

    public void resume() {
        set(false);
    }

    /** How long an answer is on its way: what a client sends meanwhile it sends without it. */
    public void standAt(Duration distance) {
        this.distance = distance;
    }

    /** Round trips so far, of all connections. */
    public int turns() {
        return turns.get();
    }

    private void set(boolean wanted) {
        lock.lock();
        try {
            paused = wanted;
            goesOn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket("localhost", target);
                AtomicBoolean waiting = new AtomicBoolean();
                Thread.ofVirtual().start(() -> pass(client, server, () -> asked(waiting)));
                Thread.ofVirtual().start(() -> pass(server, client, () -> answered(waiting)));
            }
        } catch (IOException closed) {
            // The end of the run.
        }
    }

    private void asked(AtomicBoolean waiting) {
        if (!waiting.getAndSet(true)) {
            turns.incrementAndGet();
        }
    }

    private void answered(AtomicBoolean waiting) {
        LockSupport.parkNanos(distance.toNanos());
        waiting.set(false);
    }

    private void pass(Socket from, Socket to, Runnable told) {
        byte[] part = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(part); size >= 0; size = in.read(part)) {
                await();
                told.run();
                out.write(part, 0, size);
            }
        } catch (IOException closed) {
            // Either side has gone.
        }
    }

    private void await() {
        lock.lock();
        try {
            while (paused) {
                goesOn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
