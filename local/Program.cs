Console.WriteLine("NewsIngest");
