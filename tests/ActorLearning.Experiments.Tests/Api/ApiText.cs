using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorLearning.Experiments.Tests.Api;

/// <summary>What an assembly shows to others, as text: a line a type and a member.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Writes the text of an assembly.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        var types = assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var space in types.GroupBy(type => type.Namespace))
        {
            text.Append($"{(text.Length > 0 ? "\n" : "")}namespace {space.Key}\n");
            foreach (var type in space)
            {
                text.Append($"\n{Headline(type)}\n");
                foreach (var line in Members(type).Distinct().Order(StringComparer.Ordinal))
                {
                    text.Append($"    {line}\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Headline(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface"
            : type.IsValueType ? (type.IsByRefLike ? "ref struct" : IsRecord(type) ? "record struct" : "struct")
            : type.BaseType == typeof(MulticastDelegate) ? "delegate"
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")
                + (IsRecord(type) ? "record" : "class");
        var isPlain = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object);
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var above = type.GetInterfaces().Except(inherited).Except(type.GetInterfaces().SelectMany(item => item.GetInterfaces()))
            .Where(item => !type.IsEnum && item.Name != "IEquatable`1").Select(item => TypeNames.Of(item))
            .Order(StringComparer.Ordinal);
        var parents = (isPlain ? [] : new[] { TypeNames.Of(type.BaseType!) }).Concat(above).ToList();
        return $"{kind} {TypeNames.Of(type)}{(parents.Count > 0 ? $" : {string.Join(", ", parents)}" : "")}";
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue())}");
        }

        return
        [
            .. type.GetConstructors(Declared).Where(IsShown).Select(item => $"{Access(item)}new({Signatures.Parameters(item)})"),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Signatures.Of),
            .. type.GetProperties(Declared).Where(item => item.GetAccessors(nonPublic: true).Any(IsVisible))
                .Select(Signatures.Of),
            .. type.GetMethods(Declared).Where(item => IsShown(item) && (!item.IsSpecialName || IsOperator(item)))
                .Select(item => Access(item) + Signatures.Of(item)),
        ];
    }

    /// <summary>Public, or for derived classes.</summary>
    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>How a member can be reached and what may be done with it.</summary>
    internal static string Access(MethodBase method)
    {
        var isOwn = method is MethodInfo info && info.GetBaseDefinition() != info;
        var manner = method.DeclaringType!.IsInterface ? (method.IsAbstract ? "" : "default ")
            : method.IsStatic ? "static " : isOwn ? "override " : method.IsAbstract ? "abstract "
            : method.IsVirtual && !method.IsFinal ? "virtual " : "";
        return (method.IsPublic ? "" : "protected ") + manner;
    }

    /// <summary>What the compiler adds to records is no choice of anybody's.</summary>
    private static bool IsShown(MethodBase method) =>
        IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.Contains('<')
        && !(method is ConstructorInfo && method.IsFamily && method.GetParameters() is [var only]
            && only.ParameterType == method.DeclaringType);

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal);
}
