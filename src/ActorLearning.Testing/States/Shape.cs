using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using ActorLearning.Protocol;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.States;

/// <summary>Reads every field of a state record into a digest, whatever the record: found once, then compiled.</summary>
/// <remarks>
/// Nobody has to list fields, so a machine that remembers something new is told apart by it from the first day.
/// </remarks>
internal static class Shape<T>
{
    private static readonly Action<T, Digest> Reader = Shape.Make<T>();

    public static void Read(T value, Digest digest) => Reader(value, digest);
}

/// <summary>How the kinds of values that occur in states are read.</summary>
internal static class Shape
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static Action<T, Digest> Make<T>()
    {
        var type = typeof(T);
        return type == typeof(Model) ? Cast<T, Model>(ReadModel)
            : type == typeof(string) ? Cast<T, string>(ReadString)
            : Nullable.GetUnderlyingType(type) is { } inner ? Generic<T>(nameof(ReadNullable), inner)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
                ? Generic<T>(nameof(ReadArray), type.GetGenericArguments())
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)
                ? Generic<T>(nameof(ReadDictionary), type.GetGenericArguments())
            : type.IsPrimitive || type.IsEnum ? Number<T>()
            : type is { IsInterface: false, IsAbstract: false, IsArray: false } ? Record<T>()
            : throw new NotSupportedException($"a state with a {type} cannot be read: teach {nameof(Shape)} how");
    }

    private static void ReadModel(Model? model, Digest digest) => digest.Add(model is null ? 0 : SmallModel.DigestOf(model));

    private static void ReadString(string? text, Digest digest)
    {
        digest.AddLength(text?.Length ?? -1);
        foreach (var letter in text ?? "")
        {
            digest.Add(letter);
        }
    }

    private static void ReadNullable<T>(T? value, Digest digest)
        where T : struct
    {
        digest.Add(value.HasValue ? 1u : 0u);
        if (value.HasValue)
        {
            Shape<T>.Read(value.GetValueOrDefault(), digest);
        }
    }

    private static void ReadArray<T>(ImmutableArray<T> items, Digest digest)
    {
        digest.AddLength(items.Length);
        foreach (var item in items)
        {
            Shape<T>.Read(item, digest);
        }
    }

    private static void ReadDictionary<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue> items, Digest digest)
        where TKey : notnull
    {
        digest.AddLength(items.Count);
        foreach (var (key, value) in items)
        {
            Shape<TKey>.Read(key, digest);
            Shape<TValue>.Read(value, digest);
        }
    }

    private static Action<T, Digest> Cast<T, TKnown>(Action<TKnown?, Digest> read) => (Action<T, Digest>)(object)read;

    private static Action<T, Digest> Generic<T>(string name, params Type[] arguments) =>
        typeof(Shape).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(arguments)
            .CreateDelegate<Action<T, Digest>>();

    /// <summary>All bits of a number: of a double they are not its value.</summary>
    private static Action<T, Digest> Number<T>()
    {
        var (value, digest) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(Digest)));
        Expression bits = typeof(T) == typeof(double) ? Expression.Call(typeof(BitConverter), "DoubleToUInt64Bits", null, value)
            : typeof(T) == typeof(float) ? Expression.Call(typeof(BitConverter), "SingleToUInt32Bits", null, value)
            : typeof(T) == typeof(bool) ? Expression.Condition(value, Expression.Constant(1UL), Expression.Constant(0UL))
            : value;
        var add = Expression.Call(digest, nameof(Digest.Add), null, Expression.Convert(bits, typeof(ulong)));
        return Expression.Lambda<Action<T, Digest>>(add, value, digest).Compile();
    }

    private static Action<T, Digest> Record<T>()
    {
        var (value, digest) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(Digest)));
        var reads = typeof(T).GetFields(Fields).Select(Expression (field) => Expression.Call(
            typeof(Shape<>).MakeGenericType(field.FieldType), "Read", null, Expression.Field(value, field), digest));
        Expression body = Expression.Block([Expression.Empty(), .. reads]);
        if (!typeof(T).IsValueType)
        {
            var none = Expression.Call(digest, nameof(Digest.Add), null, Expression.Constant(0UL));
            body = Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), none, body);
        }

        return Expression.Lambda<Action<T, Digest>>(body, value, digest).Compile();
    }
}
