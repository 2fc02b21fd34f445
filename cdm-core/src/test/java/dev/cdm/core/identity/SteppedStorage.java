package dev.cdm.core.identity;

import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Function;

/** A storage that tells of every operation of its writing units of work, before it is done. */
final class SteppedStorage {

    /** Told before an operation; what it throws breaks the unit of work off. */
    @FunctionalInterface
    interface Step {
        void before(boolean write);
    }

    private static final Set<String> WRITES = Set.of("append", "erase", "put", "remove");

    private SteppedStorage() {}

    static Storage over(Storage storage, Step step) {
        return proxy(Storage.class, storage, (method, arguments) -> {
            if (!method.getName().equals("write")) {
                return invoke(storage, method, arguments);
            }
            @SuppressWarnings("unchecked") // the only parameter of write
            Function<UnitOfWork, Object> work = (Function<UnitOfWork, Object>) arguments[0];
            return storage.write(unit -> work.apply(unit(unit, step)));
        });
    }

    private static UnitOfWork unit(UnitOfWork unit, Step step) {
        return proxy(UnitOfWork.class, unit, (method, arguments) -> {
            Object answer = invoke(unit, method, arguments);
            if (answer instanceof Log<?> log) {
                return proxy(Log.class, log, (of, given) -> stepped(log, of, given, step));
            }
            return answer instanceof Table<?> table
                    ? proxy(Table.class, table, (of, given) -> stepped(table, of, given, step))
                    : answer;
        });
    }

    private static Object stepped(Object target, Method method, Object[] arguments, Step step) {
        step.before(WRITES.contains(method.getName()));
        return invoke(target, method, arguments);
    }

    /** Answers a method of a proxy. */
    @FunctionalInterface
    private interface Answer {
        Object to(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Object right, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (method.getName().equals("equals")) {
                        return self == given[0];
                    }
                    return method.getDeclaringClass() == Object.class
                            ? invoke(right, method, given)
                            : answer.to(method, given);
                }));
    }

    private static Object invoke(Object right, Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(right, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
