package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;

/** Builds a storage that does one thing wrong, out of one that does it right. */
@FunctionalInterface
interface Faults {

    /** A call of a log or table, to be answered rightly or wrongly. */
    interface Call {
        /** The name of the method. */
        String name();

        /** The log or table, which would answer rightly. */
        Object target();

        /** The arguments. */
        Object[] arguments();

        /** The right answer to other arguments. */
        Object answer(Object... arguments);
    }

    /** The answer to a call. */
    Object answer(Call call);

    /** A storage whose logs and tables answer as these faults do. */
    static Storage in(Storage right, Faults faults) {
        return proxy(Storage.class, right, (method, arguments) -> {
            if (!method.getName().equals("read") && !method.getName().equals("write")) {
                return invoke(right, method, arguments);
            }
            @SuppressWarnings("unchecked") // the only parameter of read and write
            Function<UnitOfWork, Object> work = (Function<UnitOfWork, Object>) arguments[0];
            Function<UnitOfWork, Object> wrapped = unit -> work.apply(unit(unit, faults));
            return method.getName().equals("read") ? right.read(wrapped) : right.write(wrapped);
        });
    }

    private static UnitOfWork unit(UnitOfWork right, Faults faults) {
        return proxy(UnitOfWork.class, right, (method, arguments) -> {
            Object answer = invoke(right, method, arguments);
            if (answer instanceof Log<?> log) {
                return proxy(Log.class, log, (of, given) -> faults.answer(call(log, of, given)));
            }
            return answer instanceof Table<?> table
                    ? proxy(Table.class, table, (of, given) -> faults.answer(call(table, of, given)))
                    : answer;
        });
    }

    private static Call call(Object right, Method method, Object[] given) {
        return new Call() {
            @Override
            public String name() {
                return method.getName();
            }

            @Override
            public Object target() {
                return right;
            }

            @Override
            public Object[] arguments() {
                return given;
            }

            @Override
            public Object answer(Object... arguments) {
                return invoke(right, method, arguments);
            }
        };
    }

    /** Answers a method of a proxy. */
    @FunctionalInterface
    interface Answer {
        Object to(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Object right, Answer answer) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? invoke(right, method, arguments == null ? new Object[0] : arguments)
                        : answer.to(method, arguments == null ? new Object[0] : arguments));
        return type.cast(proxy);
    }

    private static Object invoke(Object right, Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            Object answer = method.invoke(right, arguments);
            return answer == null ? List.of() : answer; // void
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
