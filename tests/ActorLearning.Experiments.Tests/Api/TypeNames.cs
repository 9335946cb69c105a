using System.Reflection;

namespace ActorLearning.Experiments.Tests.Api;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(char)] = "char",
    };

    /// <summary>A type with what is known of its nulls.</summary>
    public static string Of(Type type, NullabilityInfo? nulls = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, nulls?.GenericTypeArguments.FirstOrDefault()) + "?";
        }

        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nulls);
        }

        var mark = !type.IsValueType && !type.IsGenericParameter && nulls?.ReadState == NullabilityState.Nullable ? "?" : "";
        return Keywords.TryGetValue(type, out var keyword) ? keyword + mark
            : type.IsArray ? $"{Of(type.GetElementType()!, nulls?.ElementType)}[]{mark}"
            : type.IsGenericParameter ? type.Name
            : Named(type, nulls) + mark;
    }

    private static string Named(Type type, NullabilityInfo? nulls)
    {
        var inner = nulls?.GenericTypeArguments ?? [];
        var arguments = type.GetGenericArguments().Select((argument, i) => Of(argument, inner.ElementAtOrDefault(i))).ToList();
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
        {
            return $"({string.Join(", ", arguments)})";
        }

        var outer = type.DeclaringType is { } holder ? $"{holder.Name.Split('`')[0]}." : "";
        var name = outer + type.Name.Split('`')[0];
        return arguments.Count == 0 ? name : $"{name}<{string.Join(", ", arguments)}>";
    }
}
