using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ActorLearning.Experiments.Tests.Api;

/// <summary>Members as C# writes them.</summary>
internal static class Signatures
{
    private static readonly NullabilityInfoContext Nulls = new();

    /// <summary>A method.</summary>
    public static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var result = TypeNames.Of(method.ReturnType, Nulls.Create(method.ReturnParameter));
        return $"{(method.ReturnType.IsByRef ? "ref " : "")}{result} {method.Name}{generic}({Parameters(method)})";
    }

    /// <summary>The parameters of a method or constructor.</summary>
    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    /// <summary>A property with the accessors others may use.</summary>
    public static string Of(PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(ApiText.IsVisible);
        var (read, write) = (property.GetMethod, property.SetMethod);
        var isInit = write?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var accessors = (read is not null && ApiText.IsVisible(read) ? "get; " : "")
            + (write is not null && ApiText.IsVisible(write) ? isInit ? "init; " : "set; " : "");
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{ApiText.Access(accessor)}{required}{TypeNames.Of(property.PropertyType, Nulls.Create(property))} {name} "
            + $"{{ {accessors}}}";
    }

    /// <summary>A field or constant.</summary>
    public static string Of(FieldInfo field)
    {
        var manner = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "";
        return $"{manner}{TypeNames.Of(field.FieldType, Nulls.Create(field))} {field.Name}{value}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var manner = parameter.IsOut ? "out " : !parameter.ParameterType.IsByRef ? isParams ? "params " : ""
            : parameter.IsIn ? "in " : "ref ";
        var standard = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "";
        return $"{manner}{TypeNames.Of(parameter.ParameterType, Nulls.Create(parameter))} {parameter.Name}{standard}";
    }

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool isSo => isSo ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
